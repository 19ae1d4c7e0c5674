using Elites.EliteLoyalty;
using Elites.Populations;

namespace Elites.Tests.EliteLoyalty;

/// <summary>Every rule of the elite with a block form, half a year after a settlement, with blocks and kinds of uneven length.</summary>
public class EliteBlockFormTests
{
    [Test]
    public void BelieveStabInBack_InBlocks_GivesTheSameBitsAsOneByOne() => AssertSame(
        (stage, model) => stage.PlayAll(model.Elite, new BelieveStabInBack(model.Settlement, model.War, model.Narrative, model.Clock, model.Parameters)),
        elite => [elite.Belief]);

    [Test]
    public void FeelRents_InBlocks_GivesTheSameBitsAsOneByOne() => AssertSame(
        (stage, model) => stage.PlayAll(model.Elite, new FeelRents(model.Economy, model.Clock, model.Parameters)),
        elite => [elite.RentGap, elite.Reference]);

    [Test]
    public void NurseEliteGrievance_InBlocks_GivesTheSameBitsAsOneByOne() => AssertSame(
        (stage, model) => stage.PlayAll(model.Elite, new NurseEliteGrievance(model.Prospect, model.Settlement, model.Parameters, model.Clock)),
        elite => [elite.Grievance]);

    [Test]
    public void ReconsiderLoyalty_InBlocks_GivesTheSameBitsAsOneByOne() => AssertSame(
        (stage, model) => stage.PlayAll(model.Elite, new ReconsiderLoyalty(model.Circumstances, model.Office, model.Climate, model.Prospect, model.Clock, model.Parameters)),
        elite => [elite.Loyalty, elite.Shock, elite.Pressure]);

    [Test]
    public void ShowLoyalty_InBlocks_GivesTheSameBitsAsOneByOne() => AssertSame(
        (stage, model) => stage.PlayAll(model.Elite, new ShowLoyalty(model.Repression, model.Climate, model.Clock, model.Parameters.Loyalty)),
        elite => [elite.PublicLoyalty, elite.Seized]);

    private static void AssertSame(Action<Stage, ElitesModel> play, Func<Elite, Column<float>[]> written)
    {
        var (inBlocks, oneByOne, before) = (AfterASettlement(), AfterASettlement(), AfterASettlement());
        play(new Stage { UsesBlockForms = true }, inBlocks);
        play(new Stage { UsesBlockForms = false }, oneByOne);
        var (seen, expected, unchanged) = (Values(written(inBlocks.Elite)), Values(written(oneByOne.Elite)), Values(written(before.Elite)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen, Is.EqualTo(expected).AsCollection);
            Assert.That(seen, Is.Not.EqualTo(unchanged).AsCollection);
        }
    }

    // Rents that differ within a kind, and betrayal by some of the service, come about in no run of this length.
    private static ElitesModel AfterASettlement()
    {
        var model = Trial.Run(20_003, 30, settleAt: 4, terms: 0.2).Model;
        for (var row = 0; row < model.Elite.Count; row++)
        {
            model.Elite.Reference[row] *= 1 + 0.001f * (row % 7 / 3);
            model.Elite.RentGap[row] -= 0.1f * (row % 5 / 3);
        }
        return model;
    }

    private static float[] Values(Column<float>[] columns) => [.. columns.SelectMany(column => Pending(column).ToArray())];

    private static ReadOnlySpan<float> Pending(Column<float> column) => column is State<float> state ? state.Next : column.Values;
}
