using Elites.Coups;
using Elites.EliteLoyalty;
using Elites.Populations;

namespace Elites.Tests.Coups;

/// <summary>Posts that change hands, and those who get them.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class ChangePostsTests
{
    private readonly ElitesModel model = Trial.Make(12_000, set: p => p.Population.Elite = 10_000);

    [SetUp]
    public void NobodyOwesAnything() => model.Elite.Debt.All.Clear();

    [Test]
    public void Step_AWeek_ReplacesTheShareOfAYearlyRate()
    {
        (model.Parameters.Loyalty.Turnover, model.Parameters.Loyalty.Debt) = (5, 0.5);
        Change();
        // 10,000 draws of 1 - e^(-5/52) = 0.0917: four standard deviations are 0.0116.
        Assert.That(Replaced(model.Elite.All), Is.EqualTo(0.0917).Within(0.0116));
    }

    [Test]
    public void Step_OfficersMadeScapegoats_LoseTheirPostsBesides()
    {
        (model.Parameters.Loyalty.Turnover, model.Parameters.Blame.Dismissals) = (0, 10);
        (model.Climate.OfficersShareOfBlame, model.Climate.Blame) = (0.5, 1);
        Change();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Replaced(model.Elite.Of(EliteKind.FieldOfficer)), Is.EqualTo(0.0917).Within(0.034), "1,194 draws");
            Assert.That(Replaced(model.Elite.Of(EliteKind.SecurityOfficer)), Is.Zero);
        }
    }

    [Test]
    public void Step_APlotterRetires_LeavesThePlot()
    {
        model.Parameters.Loyalty.Turnover = 5;
        var plot = model.Plots.Begin(0, false, 0);
        for (var row = 1; row < 200; row++)
            model.Plots.Join(plot, row);
        Change();
        Assert.That(plot.Members, Has.Count.LessThan(200).And.All.Matches<int>(row => model.Elite.Debt[row] == 0));
    }

    [Test]
    public void Appoint_ManyPosts_DrawsWhatIsPersonalAsAtTheStart()
    {
        var (elite, p) = (model.Elite, model.Parameters.Loyalty);
        elite.Belief.All.Fill(0.3f);
        for (var row = 0; row < elite.Count; row++)
            new Appoint(elite, model.Moment, model.Parameters).Step(row);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(elite.Loyalty.Next.ToArray(), Is.All.EqualTo(0.95f));
            Assert.That(elite.Debt.All.ToArray(), Is.All.EqualTo((float)p.Debt));
            Assert.That(elite.Belief.All.ToArray(), Is.All.EqualTo(0.3f), "what is believed in his place");
            // 10,000 normal draws: four standard errors of a deviation s are 0.028 s.
            Assert.That(Deviation(elite.Leaning), Is.EqualTo(p.Heterogeneity).Within(0.028 * p.Heterogeneity));
            Assert.That(Deviation(elite.Shock), Is.EqualTo(p.PersonNoise).Within(0.028 * p.PersonNoise));
            Assert.That(Deviation(elite.Threshold), Is.EqualTo(model.Parameters.Coup.ThresholdSpread).Within(0.028 * model.Parameters.Coup.ThresholdSpread));
            Assert.That(elite.PublicLoyalty.All.ToArray(), Is.All.EqualTo(0.95f));
            Assert.That(elite.Blamer.Mean(elite.All), Is.EqualTo(0.5).Within(0.0116));
        }
    }

    private static double Deviation(Column<float> column)
    {
        var values = column.Values.ToArray();
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private double Replaced(Rows rows) => (double)Enumerable.Range(rows.From, rows.Count).Count(row => model.Elite.Debt[row] > 0) / rows.Count;

    private void Change() => new ChangePosts(model.Plots, model.Climate, model.Moment, model.Parameters).Step();
}
