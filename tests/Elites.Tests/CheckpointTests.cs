using Agents.Tests;

namespace Elites.Tests;

public sealed class CheckpointTests
{
    /// <summary>A list that is emptied before it is filled, every week, and what measures count once a week.</summary>
    private static readonly string[] Working = ["ElitesModel.discontent", "ElitesModel.veterans", "ElitesModel.veteransAsOf"];

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(40)]
    [TestCase(60)]
    public void Restore_AnyTick_GoesOnBitForBit(int ticks)
    {
        var original = Advance(Trial.Make(set: Stir), ticks);
        var restored = Restored(original);
        Assert.That(StateGraph.Differences(original, restored, Working), Is.Empty);
        var (one, other) = (Trial.Begin(original), Trial.Begin(restored));
        while (!original.IsFinished && original.Tick < 120)
        {
            if (original.Tick == 52)
                original.Parameters.Settlement.Terms = restored.Parameters.Settlement.Terms = 0.4;
            one.Advance();
            other.Advance();
        }
        Assert.That(other.Hash(), Is.EqualTo(one.Hash()));
        Assert.That(StateGraph.Differences(original, restored, Working), Is.Empty);
    }

    [Test]
    public void Restore_UnderASuccessor_GoesOnBitForBit()
    {
        var original = Trial.Make(set: Follow);
        while (original.Spells.All.Count < 3)
            original.Advance();
        var restored = Trial.Make(set: Follow);
        using (var saved = Saved(original))
            Checkpoint.Restore(restored, saved);
        Assert.That(StateGraph.Differences(original, restored, Working), Is.Empty);
        var (one, other) = (Trial.Begin(original), Trial.Begin(restored));
        for (var week = 0; week < 30; week++)
        {
            one.Advance();
            other.Advance();
        }
        Assert.That(other.Hash(), Is.EqualTo(one.Hash()));
        Assert.That(StateGraph.Differences(original, restored, Working), Is.Empty);
    }

    [Test]
    public void Save_MeasuredOrNot_SameBytes()
    {
        var (measured, unmeasured) = (Advance(Trial.Make(set: Stir), 20), Advance(Trial.Make(set: Stir), 20));
        Assert.That(measured.StatisticsOfVeterans().Share, Is.GreaterThanOrEqualTo(0));
        Assert.That(Saved(measured).ToArray(), Is.EqualTo(Saved(unmeasured).ToArray()));
    }

    [Test]
    public void Restore_WithPlotsAlive_KnowsThem()
    {
        var original = Trial.Make(set: Stir);
        while (!original.Plots.Alive.Any(plot => plot.Members.Count > 1))
            original.Advance();
        var restored = Restored(original);
        Assert.That(restored.Plots.Alive.Select(plot => plot.Id), Is.EqualTo(original.Plots.Alive.Select(plot => plot.Id)));
        Assert.That(restored.Plots.Of(original.Plots.Alive[0].Members[0]), Is.SameAs(restored.Plots.Alive[0]));
    }

    [Test]
    public void Restore_AfterTheFall_IsFinished()
    {
        var original = Trial.Make();
        original.Office.Remove(original.Moment, "somebody", 1, "");
        var restored = Restored(original);
        Assert.That(restored.IsFinished, Is.True);
        Assert.That(restored.Classify(), Is.EqualTo(original.Classify()));
    }

    private static void Follow(ElitesParameters parameters) => (parameters.Run.AfterRemoval, parameters.Loyalty.Base) = (AfterRemoval.Continue, 0.5);

    // Plots, protests, incidents and failed attempts, so that every part has something to forget.
    private static void Stir(ElitesParameters parameters)
    {
        parameters.Coup.Threshold = 0.3;
        parameters.Coup.Launch = 1;
        parameters.Protest.IncidentsPerYear = 4;
    }

    private static ElitesModel Restored(ElitesModel original)
    {
        using var saved = Saved(original);
        var restored = Trial.Make(set: Stir);
        Checkpoint.Restore(restored, saved);
        return restored;
    }

    private static MemoryStream Saved(ElitesModel model)
    {
        var saved = new MemoryStream();
        Checkpoint.Save(model, saved);
        saved.Position = 0;
        return saved;
    }

    private static ElitesModel Advance(ElitesModel model, int ticks)
    {
        for (var i = 0; i < ticks; i++)
            model.Advance();
        return model;
    }
}
