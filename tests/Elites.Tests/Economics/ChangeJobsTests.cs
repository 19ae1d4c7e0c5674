using Elites.Economics;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.Tests.Economics;

/// <summary>M6.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class ChangeJobsTests
{
    private readonly ElitesParameters parameters = new();
    private readonly Economy economy = new() { DefenceShare = 0.092, DefenceShareInWar = 0.092, Unemployment = 0.023 };
    private readonly Settlement settlement = new();

    [Test]
    public void Rates_AtBalance_AreTheMonthlyRatesAsWeeklyOnes()
    {
        var rates = JobRates.Of(economy, settlement, parameters, new Clock(1));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Math.Pow(1 - rates.Separation, 52 / 12.0), Is.EqualTo(1 - 0.006).Within(1e-12));
            Assert.That(Math.Pow(1 - rates.Finding, 52 / 12.0), Is.EqualTo(1 - 0.25).Within(1e-12));
            Assert.That(rates.LayOff, Is.Zero);
            Assert.That(rates.Discharge, Is.Zero);
        }
    }

    [Test]
    public void Rates_FourTimesTheUnemployed_HalvesTheChanceOfFinding()
    {
        economy.Unemployment = 0.092;
        Assert.That(Monthly(JobRates.Of(economy, settlement, parameters, new Clock(1)).Finding), Is.EqualTo(0.125).Within(1e-12));
    }

    [Test]
    public void Rates_Recession_LowersTheChanceOfFinding()
    {
        economy.Gap = -0.04;
        Assert.That(Monthly(JobRates.Of(economy, settlement, parameters, new Clock(1)).Finding), Is.EqualTo(0.25 * Math.Exp(-0.06)).Within(1e-12));
    }

    [Test]
    public void Run_WindDown_RemovesDefenceJobsInProportionToTheBudget()
    {
        var model = Trial.Make(100_000, seed: 3, Quiet);
        model.Parameters.Settlement.LayOffWeeks = 0;
        for (var tick = 0; tick < 27; tick++)
            model.Advance();
        var workers = model.Mass.Of(MassKind.DefenceWorker);
        var left = (double)model.Mass.Job.Count(workers, Job.Defence) / workers.Count;
        // Of 10,000 jobs, four standard deviations are 0.0195.
        Assert.That(left, Is.EqualTo(0.035 / 0.092).Within(0.0195));
    }

    [Test]
    public void Run_Settlement_DemobilisesEvenlyAndInTime()
    {
        const int Start = 2;
        var atFront = Trial.Run(100_000, Start + 26, seed: 3, p =>
        {
            Quiet(p);
            p.Settlement.Terms = -1;
        }, settleAt: Start).Series("at_front");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(atFront[Start], Is.EqualTo(1).Within(1e-3));
            // Of 10,000 soldiers, four standard deviations are at most 0.02.
            Assert.That(atFront[Start + 13], Is.EqualTo(0.5).Within(0.02));
            Assert.That(atFront[Start + 25], Is.EqualTo(1 / 26.0).Within(0.008));
            Assert.That(atFront[Start + 26], Is.Zero);
        }
    }

    [TestCase(1)]
    [TestCase(8.5)]
    public void Run_OtherPaceOfDemobilisation_IsCompleteInTime(double weeks)
    {
        var model = Trial.Make(2_000, set: p =>
        {
            Quiet(p);
            p.Settlement.DemobilisationWeeks = weeks;
        });
        for (var tick = 0; tick < Math.Ceiling(weeks); tick++)
            model.Advance();
        Assert.That(model.Mass.Job.Count(model.Mass.All, Job.Front), Is.Zero);
    }

    [Test]
    public void Run_WarAndPeace_EveryPersonHasOneJobThatFits()
    {
        var model = Trial.Make(2_000, set: p => p.Coup.Launch = 1);
        var mass = model.Mass;
        var before = mass.Job.Values.ToArray();
        while (model.Tick < 100 && !model.IsFinished)
        {
            if (model.Tick == 30)
                model.Parameters.Settlement.Terms = 0.5;
            model.Advance();
            Assert.That(Enum.GetValues<Job>().Sum(job => mass.Job.Count(mass.All, job)), Is.EqualTo(mass.Count));
            for (var row = 0; row < mass.Count; row++)
            {
                if (mass.Job[row] == before[row])
                    continue;
                var found = model.Settlement.IsWar && mass.Kind[row] == MassKind.DefenceWorker ? Job.Defence : Job.Civil;
                var isSoldier = model.Settlement.IsWar && mass.Kind[row] == MassKind.Soldier;
                var fits = mass.Job[row] is Job.None || isSoldier || (mass.Job[row] == found && before[row] == Job.None);
                Assert.That(fits, Is.True, $"row {row}: {before[row]} to {mass.Job[row]}");
            }
            before = mass.Job.Values.ToArray();
        }
        Assert.That(model.Tick, Is.GreaterThan(60));
    }

    [Test]
    public void Run_FourYearsOfWar_DefenceIndustryStaysInBalance()
    {
        var model = Trial.Make(5_000, set: p => (p.Coup.Enabled, p.Right.Enabled, p.Protest.Enabled) = (false, false, false));
        while (model.Tick < 208)
            model.Advance();
        var workers = model.Mass.Of(MassKind.DefenceWorker);
        Assert.That((double)model.Mass.Job.Count(workers, Job.Defence) / workers.Count, Is.GreaterThan(0.93));
    }

    [Test]
    public void Run_LayOffsPhased_FollowTheBudgetLater()
    {
        var jobs = new List<double>();
        foreach (var weeks in new double[] { 0, 52, 104 })
        {
            var model = Trial.Make(20_000, seed: 3, Quiet);
            (model.Parameters.Settlement.LayOffWeeks, model.Parameters.Settlement.WindDownWeeks) = (weeks, 1);
            for (var tick = 0; tick < 26; tick++)
                model.Advance();
            var workers = model.Mass.Of(MassKind.DefenceWorker);
            jobs.Add((double)model.Mass.Job.Count(workers, Job.Defence) / workers.Count);
        }
        // Of 2,000 jobs, four standard deviations are 0.044.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(jobs[0], Is.EqualTo(0.380).Within(0.044));
            Assert.That(jobs[1], Is.EqualTo(0.380 + 0.620 * 0.5).Within(0.044));
            Assert.That(jobs[2], Is.EqualTo(0.380 + 0.620 * 0.75).Within(0.044));
        }
    }

    [TestCase(1, 0, 1)]
    [TestCase(0, 0, 0)]
    [TestCase(1, 0.5, 0.5)]
    public void Run_Homecoming_LeavesWithoutAJobThoseWhomNoneAwaits(double homecoming, double programme, double expected)
    {
        var model = Trial.Make(20_000, seed: 3, p =>
        {
            Quiet(p);
            (p.Labour.Homecoming, p.Veterans.Jobs, p.Settlement.DemobilisationWeeks) = (homecoming, programme, 1);
        });
        var served = model.Mass.Job.Count(model.Mass.All, Job.Front);
        var before = model.Mass.Job.Count(model.Mass.Of(MassKind.Soldier), Job.None);
        model.Advance();
        // Of 2,000 soldiers, four standard deviations are at most 0.045; a job is found in a week by few.
        Assert.That((model.Mass.Job.Count(model.Mass.Of(MassKind.Soldier), Job.None) - before) / (double)served, Is.EqualTo(expected).Within(0.045));
    }

    [Test]
    public void BlockForm_MismatchAndExposure_SlowAndSpreadTheDefenceWorkers()
    {
        var model = Trial.Make(20_000, seed: 3, p =>
        {
            Quiet(p);
            (p.Settlement.LayOffWeeks, p.Settlement.WindDownWeeks, p.Labour.Mismatch) = (0, 1, 1);
        });
        for (var tick = 0; tick < 20; tick++)
            model.Advance();
        var mass = model.Mass;
        var workers = mass.Of(MassKind.DefenceWorker);
        Assert.That(mass.Job.Count(workers, Job.Civil), Is.Zero, "with full mismatch nobody finds a civil job");
        var (kept, cut) = (new List<float>(), new List<float>());
        for (var row = workers.From; row < workers.To; row++)
            (mass.Job[row] == Job.Defence ? kept : cut).Add(mass.Exposure[row]);
        Assert.That(cut.Average(), Is.GreaterThan(kept.Average() + 0.05));
    }

    private static double Monthly(double perWeek) => 1 - Math.Pow(1 - perWeek, 52 / 12.0);

    /// <summary>Settled from the start, with nothing else that ends jobs and nobody who ends the run.</summary>
    private static void Quiet(ElitesParameters p)
    {
        p.Settlement.Terms = 0.5;
        p.Labour.Separation = 0;
        (p.Coup.Enabled, p.Right.Enabled, p.Protest.Enabled) = (false, false, false);
    }
}
