using Elites.Coups;
using Elites.Populations;

namespace Elites.Tests.Coups;

/// <summary>M15, the attempt.</summary>
public class ContestPowerTests
{
    private const int Seeds = 60;

    [Test]
    public void Resolve_OverwhelmingForce_NearlyAlwaysSucceeds()
    {
        // At a true share of 0.98, fewer than 54 of 60 successes are seen once in 10,000 choices of seeds.
        Assert.That(Successes(share: 0.8), Is.GreaterThanOrEqualTo(54));
    }

    [Test]
    public void Resolve_TwoPlottersInALoyalElite_NeverSucceed() =>
        Assert.That(Successes(share: 0), Is.Zero);

    [Test]
    public void Resolve_MoreForce_SucceedsMoreOften() =>
        Assert.That(Successes(share: 0.1), Is.InRange(Successes(share: 0) + 1, Successes(share: 0.8) - 1));

    [Test]
    public void Resolve_Counterbalanced_SucceedsLessOften() =>
        Assert.That(Successes(share: 0.1, counterbalance: 1), Is.LessThan(Successes(share: 0.1)));

    [Test]
    public void Theta_RuleOfSuccession_IsHigherForAll()
    {
        static double Theta(Action<ElitesModel> set, bool isOfPlotters)
        {
            var model = Trial.Make(1_000, set: p => p.Succession.HeirEffect = 0.2);
            set(model);
            return new PlotOdds(model.Elite, model.Unrest, model.Parameters, isOfPlotters).Theta;
        }

        using (Assert.EnterMultipleScope())
        {
            foreach (var isOfPlotters in new[] { false, true })
            {
                Assert.That(Theta(_ => { }, isOfPlotters), Is.EqualTo(0.5));
                Assert.That(Theta(model => model.Parameters.Succession.Heir = 0.5, isOfPlotters), Is.EqualTo(0.6).Within(1e-12));
                Assert.That(Theta(model => model.Leader.HasNamedHeir[0] = true, isOfPlotters), Is.EqualTo(0.5), "his word is no rule");
                Assert.That(Theta(model => (model.Parameters.Succession.Heir, model.Parameters.Succession.Enabled) = (1, false), isOfPlotters), Is.EqualTo(0.5));
            }
        }
    }

    [Test]
    public void Resolve_CalledTwice_GivesTheSameShare()
    {
        var model = MakeEvenElite(1_000, 1);
        var plot = MakePlot(model, 0.1);
        var contest = new ContestPower(model.Elite, model.Unrest, model.Moment, model.Parameters);
        var first = contest.Resolve(plot, out _);
        Assert.That(contest.Resolve(plot, out _), Is.EqualTo(first));
    }

    // Morris and Shin 1998: at a benefit of 1 and a cost c, with a small noise, the regime falls where theta < 1 - c.
    [TestCase(0.1)]
    [TestCase(0.25)]
    [TestCase(0.4)]
    public void Resolve_SmallNoise_HasTheThresholdOfTheGlobalGame(double cost)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Falls(cost, 1 - cost - 0.02), Is.True);
            Assert.That(Falls(cost, 1 - cost + 0.02), Is.False);
        }
    }

    [Test]
    public void Estimate_Counterbalanced_PlottersReckonWithPartOfIt()
    {
        var model = MakeEvenElite(10_000, 1);
        var plot = MakePlot(model, 0.02);
        var p = model.Parameters.Coup;
        double Estimate(double counterbalance, double seen)
        {
            (p.Counterbalance, p.CounterbalanceSeen) = (counterbalance, seen);
            return new EstimateSuccess(model.ForceByLoyalty, model.Bystanders, model.Parameters).Of(plot);
        }
        var without = Estimate(0, 1);
        Assert.That(Estimate(0.5, 0), Is.EqualTo(without));
        Assert.That(Estimate(0.5, 0.5), Is.LessThan(without).And.EqualTo(Estimate(0.25, 1)));
    }

    [Test]
    public void Resolve_VeteransBehindThePlotOfAnOfficer_CarryIt()
    {
        var carried = 0;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var model = MakeEvenElite(1_000, seed);
            var plot = MakePlot(model, 0);
            plot.Veterans = 50_000;
            _ = new ContestPower(model.Elite, model.Unrest, model.Moment, model.Parameters).Resolve(plot, out var succeeds);
            carried += succeeds ? 1 : 0;
        }
        Assert.That(carried, Is.GreaterThan(Successes(share: 0) + Seeds / 2));
    }

    [Test]
    public void Estimate_OneRoundAgainstTheWhollyLoyal_IsAsWorkedOutByHand()
    {
        var model = MakeEvenElite(10_000, 1);
        for (var row = 0; row < model.Elite.Count; row++)
            Stage.Give(model.Elite.Loyalty, row, 1);
        var p = model.Parameters.Coup;
        (p.Rounds, p.Luck, p.EvenOdds, p.Softness, p.NeutralBand) = (1, 0, 2_000, 0.3, 0.2);
        var officers = Officers(model);
        var plot = model.Plots.Begin(officers.From, false, 0);
        model.Plots.Join(plot, officers.From + 1);
        // Nobody joins and all others defend: A/(A + D) is the plotters' share s of all force; p = (f/(f + h) + Phi((s - 1/2)/0.3)) / 2.
        var force = (double)model.Elite.Force[officers.From] + model.Elite.Force[officers.From + 1];
        var share = force / model.Elite.Force.All.ToArray().Sum(one => (double)one);
        var expected = (force / (force + 2_000) + Agents.Numerics.Functions.NormalCdf((share - 0.5) / 0.3)) / 2;
        Assert.That(new EstimateSuccess(model.ForceByLoyalty, model.Bystanders, model.Parameters).Of(plot), Is.EqualTo(expected).Within(1e-3));
    }

    [Test]
    public void Estimate_EachFurtherMember_IsNeverLower()
    {
        var model = MakeEvenElite(10_000, 1);
        var chances = new EstimateSuccess(model.ForceByLoyalty, model.Bystanders, model.Parameters);
        var plot = model.Plots.Begin(Officers(model).From, false, 0);
        var last = chances.Of(plot);
        var first = last;
        for (var row = Officers(model).From + 1; row < Officers(model).To; row++)
        {
            model.Plots.Join(plot, row);
            var estimate = chances.Of(plot);
            Assert.That(estimate, Is.GreaterThanOrEqualTo(last), $"{plot.Members.Count} members");
            last = estimate;
        }
        Assert.That(last, Is.GreaterThan(first + 0.2));
    }

    // Of a plot that is large against the elite the share of all force counts too, as it should.
    [TestCase(2)]
    [TestCase(5)]
    [TestCase(20)]
    public void Estimate_SameNumberOfPlotters_IsAboutTheSameInALargerElite(int members)
    {
        var (small, large) = (Estimate(670, members), Estimate(1_340, members));
        Assert.That(large, Is.EqualTo(small).Within(0.05));
    }

    [Test]
    public void Estimate_ProtestInTheStreets_RaisesIt()
    {
        var model = MakeEvenElite(10_000, 1);
        var plot = MakePlot(model, 0.02);
        var quiet = new EstimateSuccess(model.ForceByLoyalty, model.Bystanders, model.Parameters).Of(plot);
        model.Unrest.Strength = model.Parameters.Protest.CriticalShare;
        Assert.That(new EstimateSuccess(model.ForceByLoyalty, model.Bystanders, model.Parameters).Of(plot), Is.GreaterThan(quiet));
    }

    [Test]
    public void Estimate_BestRankOfThePlot_DecidesTheDiscount()
    {
        var model = MakeEvenElite(10_000, 1);
        var officers = Officers(model);
        var (top, bottom) = (officers.From, officers.To - 1);
        model.Parameters.Coup.EvenOdds = 1_136;
        Assert.That((model.Elite.Tier[top], model.Elite.Tier[bottom]), Is.EqualTo(((byte)0, (byte)2)));
        var chances = new EstimateSuccess(model.ForceByLoyalty, model.Bystanders, model.Parameters);
        var low = model.Plots.Begin(bottom, false, 0);
        for (var i = 1; i < 12; i++)
            model.Plots.Join(low, bottom - i);
        var estimate = chances.Of(low);
        model.Plots.Join(low, top);
        Assert.That(chances.Of(low) - estimate, Is.GreaterThan(0.03), "one more member counts, being of the top rank, for more than his force");
    }

    private static Rows Officers(ElitesModel model) => model.Elite.Of(EliteKind.SecurityOfficer);

    private static double Estimate(int elite, int members)
    {
        var model = MakeEvenElite(10_000, 1, elite);
        var plot = model.Plots.Begin(Officers(model).From, false, 0);
        for (var i = 1; i < members; i++)
            model.Plots.Join(plot, Officers(model).From + i);
        return new EstimateSuccess(model.ForceByLoyalty, model.Bystanders, model.Parameters).Of(plot);
    }

    private static int Successes(double share, double counterbalance = 0)
    {
        var successes = 0;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var model = MakeEvenElite(1_000, seed);
            model.Parameters.Coup.Counterbalance = counterbalance;
            var plot = MakePlot(model, share);
            _ = new ContestPower(model.Elite, model.Unrest, model.Moment, model.Parameters).Resolve(plot, out var succeeds);
            successes += succeeds ? 1 : 0;
        }
        return successes;
    }

    /// <summary>A plot whose own force speaks neither for nor against it, among people who all put the same price on an attack.</summary>
    private static bool Falls(double cost, double theta)
    {
        var model = Trial.Make(10_000);
        for (var row = 0; row < model.Elite.Count; row++)
            Stage.Give(model.Elite.Loyalty, row, (float)cost);
        var plot = MakePlot(model, 0);
        var p = model.Parameters.Coup;
        (p.Luck, p.SignalNoise, p.NeutralBand, p.RankDiscount) = (0, 0.001, 0, 0);
        (p.CounterbalanceEffect, p.Counterbalance) = (0.5, (theta - 0.5) / 0.5);
        p.EvenOdds = plot.Members.Sum(row => model.Elite.Force[row]);
        _ = new ContestPower(model.Elite, model.Unrest, model.Moment, model.Parameters).Resolve(plot, out var falls);
        return falls;
    }

    /// <summary>Loyalty runs evenly from 0.75 to 1, apart from force and kind.</summary>
    private static ElitesModel MakeEvenElite(int agents, int seed, int elite = 670)
    {
        var model = Trial.Make(agents, seed, p => p.Population.Elite = elite);
        for (var row = 0; row < model.Elite.Count; row++)
            Stage.Give(model.Elite.Loyalty, row, 0.75f + 0.25f * (row * 61 % 97 / 97f));
        return model;
    }

    /// <summary>At least two people, from the lowest rows on, with a share of all force.</summary>
    private static Plot MakePlot(ElitesModel model, double share)
    {
        var first = model.Elite.Of(EliteKind.FieldOfficer).From;
        var plot = model.Plots.Begin(first, false, 0);
        model.Plots.Join(plot, first + 1);
        new PlaceForces(model.Elite, model.Persons, new ForceParameters { FrontShare = 0 }).Step();
        var force = model.Elite.Force[first] + model.Elite.Force[first + 1];
        var wanted = share * model.Elite.Force.All.ToArray().Sum();
        for (var row = 0; force < wanted && row < model.Elite.Count; row++)
        {
            if (model.Elite.Plot[row] != 0)
                continue;
            model.Plots.Join(plot, row);
            force += model.Elite.Force[row];
        }
        return plot;
    }
}
