using Elites.Leadership;
using Elites.Populations;

namespace Elites.Tests.Leadership;

/// <summary>R14.</summary>
internal sealed class FatesTests
{
    private const int Draws = 4_000;

    /// <summary>Pearson's chi-square at three degrees of freedom and a level of 0.001.</summary>
    private const double Critical = 16.27;

    [TestCase(ExitMode.Military, 170.0 / 209)]
    [TestCase(ExitMode.CivilInsider, 22.0 / 29)]
    [TestCase(ExitMode.PopularProtest, 20.0 / 26)]
    [TestCase(ExitMode.RebelsOrAssassin, 38.0 / 43)]
    [TestCase(ExitMode.Regular, 53.0 / 477)]
    public void Of_Mode_HasTheSharePunished(ExitMode mode, double punished) =>
        Assert.That(Fates.Of(mode).Punished, Is.EqualTo(punished).Within(1e-12));

    [TestCase(0.0, Fate.Free)]
    [TestCase(38.9 / 209, Fate.Free)]
    [TestCase(39.1 / 209, Fate.Exile)]
    [TestCase(120.9 / 209, Fate.Exile)]
    [TestCase(121.1 / 209, Fate.Imprisonment)]
    [TestCase(182.1 / 209, Fate.Death)]
    [TestCase(0.99999, Fate.Death)]
    public void At_APlaceOfTheTable_IsTheFateThere(double luck, Fate expected) =>
        Assert.That(Fates.Of(ExitMode.Military).At(luck), Is.EqualTo(expected));

    [TestCase(EliteKind.General, ExitMode.Military)]
    [TestCase(EliteKind.FieldOfficer, ExitMode.Military)]
    [TestCase(EliteKind.SecurityOfficer, ExitMode.CivilInsider)]
    [TestCase(EliteKind.Oligarch, ExitMode.CivilInsider)]
    public void Mode_APlot_IsThatOfItsFounder(EliteKind founder, ExitMode expected)
    {
        var model = Trial.Make();
        model.Office.Remove(model.Moment, Happenings.Plotters, 0.6, "", model.Elite.Of(founder).From);
        Assert.That(Meet(model).Mode, Is.EqualTo(expected));
    }

    [TestCase(Happenings.Removal, Happenings.Crowd, ExitMode.PopularProtest)]
    [TestCase(Happenings.RebelOrAssassin, "leader", ExitMode.RebelsOrAssassin)]
    [TestCase(Happenings.Succession, "elite", ExitMode.DeathOrHealth)]
    [TestCase(Happenings.Catastrophe, "leader", ExitMode.Catastrophe)]
    [TestCase("election_lost", "rival", ExitMode.Regular)]
    public void Mode_OtherExits_AreToldApart(string name, string subject, ExitMode expected)
    {
        var model = Trial.Make();
        model.Office.Leave(model.Moment, name, subject, 0, "");
        Assert.That(Meet(model).Mode, Is.EqualTo(expected));
    }

    // Of 4,000 draws, a table with 5 points in a hundred moved from one fate to another is found with a power above 0.99.
    [TestCase(ExitMode.Military)]
    [TestCase(ExitMode.PopularProtest)]
    [TestCase(ExitMode.RebelsOrAssassin)]
    public void Step_ManyLeaders_MeetTheFatesOfTheTable(ExitMode mode)
    {
        var counts = FatesOf(mode, _ => { });
        var table = Fates.Of(mode);
        int[] expected = [table.Free, table.Exile, table.Imprisonment, table.Death];
        Fate[] fates = [Fate.Free, Fate.Exile, Fate.Imprisonment, Fate.Death];
        var chi = 0.0;
        for (var i = 0; i < fates.Length; i++)
        {
            var mean = (double)Draws * expected[i] / expected.Sum();
            chi += (counts[fates[i]] - mean) * (counts[fates[i]] - mean) / mean;
        }
        Assert.That(chi, Is.LessThan(Critical));
    }

    [TestCase(false, 1, true, TestName = "Step_GuaranteedAfterASettlement_StaysFree")]
    [TestCase(true, 1, false, TestName = "Step_GuaranteedInWar_IsNotSpared")]
    [TestCase(false, 0, false, TestName = "Step_NoGuarantee_IsNotSpared")]
    public void Step_Guarantee_SparesAfterASettlementAlone(bool isWar, double guarantee, bool spares)
    {
        var free = FatesOf(ExitMode.Military, model => (model.Settlement.IsWar, model.Parameters.Leader.ExitGuarantee) = (isWar, guarantee))[Fate.Free];
        Assert.That(free == Draws, Is.EqualTo(spares));
    }

    [TestCase(1, 1, 0.0)]
    [TestCase(1, 0, 82.0 / 209)]
    [TestCase(0, 1, 82.0 / 209)]
    [TestCase(0.5, 1, 41.0 / 209)]
    public void Step_Tribunal_HandsOverTheExiledWhoseWarItWas(double tribunal, double culpable, double exiled)
    {
        var counts = FatesOf(ExitMode.Military, model => (model.Parameters.Leader.Tribunal, model.Leader.Culpable[0]) = (tribunal, culpable));
        Assert.That((double)counts[Fate.Exile] / Draws, Is.EqualTo(exiled).Within(exiled == 0 ? 0 : 0.03), "four standard deviations of a share of 4,000");
        Assert.That((double)(counts[Fate.Exile] + counts[Fate.Imprisonment]) / Draws, Is.EqualTo(143.0 / 209).Within(0.03));
    }

    [Test]
    public void Step_Death_IsNatural()
    {
        var model = Trial.Make();
        model.Office.Leave(model.Moment, Happenings.Succession, "elite", 1, "orderly");
        Assert.That(Meet(model).Step(), Is.EqualTo(Fate.NaturalDeath));
        var told = model.Events.All[^1];
        Assert.That((told.Name, told.Subject, told.Value, told.Details), Is.EqualTo((Happenings.Fate, "natural_death", 1.0, "death_or_health")));
    }

    [Test]
    public void Punishment_OfTheLeadersForesight_IsTheTables()
    {
        Assert.That(new Hazards(0.01, 0, 0, 0).Punishment, Is.EqualTo(170.0 / 209).Within(1e-12));
        Assert.That(new Hazards(0, 0, 0.01, 0).Punishment, Is.EqualTo(20.0 / 26).Within(1e-12));
    }

    private static MeetFate Meet(ElitesModel model) => new(model.Office, model.Elite, model.Settlement, model.Moment, model.Parameters.Leader);

    /// <summary>How many of as many leaders, each with draws of his own, meet each fate.</summary>
    private static Dictionary<Fate, int> FatesOf(ExitMode mode, Action<ElitesModel> set)
    {
        var model = Trial.Make();
        var founder = mode == ExitMode.Military ? model.Elite.Of(EliteKind.General).From : Office.Nobody;
        if (mode == ExitMode.RebelsOrAssassin)
            model.Office.Leave(model.Moment, Happenings.RebelOrAssassin, "leader", 73, "");
        else
            model.Office.Remove(model.Moment, mode == ExitMode.Military ? Happenings.Plotters : Happenings.Crowd, 0.6, "", founder);
        set(model);
        var counts = Enum.GetValues<Fate>().ToDictionary(fate => fate, _ => 0);
        for (var seed = 1; seed <= Draws; seed++)
            counts[new MeetFate(model.Office, model.Elite, model.Settlement, new Moment(new Witness(seed), new Clock(1)), model.Parameters.Leader).Step()]++;
        return counts;
    }

    /// <summary>A world of which only the draws matter.</summary>
    private sealed class Witness(int seed) : Model(Seed.Of(seed))
    {
        protected override void Step() => throw new NotSupportedException("A witness does nothing.");
    }
}
