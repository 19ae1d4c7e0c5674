using Elites.Leadership;

namespace Elites.Tests.Leadership;

/// <summary>M23.</summary>
public class AgeLeaderTests
{
    [TestCase(73, 0.03)]
    [TestCase(81, 0.06)]
    [TestCase(65, 0.015)]
    public void Mortality_EightYears_Double(double age, double expected)
    {
        var model = Trial.Make(set: p => p.Succession.Age = age);
        Assert.That(new AgeLeader(model.Office, model.Moment, model.Parameters.Succession).Mortality(), Is.EqualTo(expected).Within(1e-12));
    }

    [Test]
    public void Run_AYear_AgesHim()
    {
        var model = Trial.Make(set: p => (p.Succession.Mortality, p.Succession.RebelsOrAssassins, p.Coup.Launch) = (0, 0, 1));
        for (var tick = 0; tick < 52; tick++)
            model.Advance();
        Assert.That(model.Leader.Age[0], Is.EqualTo(74).Within(1e-9));
    }

    [Test]
    public void Step_ManySeeds_DieAtTheRateOfTheAge()
    {
        // 400 leaders at a rate of 2 a year for a quarter: 157 deaths, four standard deviations are 40.
        var deaths = Enumerable.Range(1, 400).Count(seed => Plays(seed, 2, 0, 0).Contains(Happenings.LeaderDeath));
        Assert.That(deaths, Is.EqualTo(400 * (1 - Math.Exp(-0.5))).Within(40));
    }

    [TestCase(1, "heir", "orderly")]
    [TestCase(0, "elite", "contested")]
    public void Step_Death_PassesTheOfficeOnByTheHeir(double heir, string subject, string details)
    {
        var model = Trial.Make(set: p => (p.Succession.Mortality, p.Succession.Age, p.Succession.Heir, p.Succession.ContestedAfter) = (1, 110, heir, 1));
        while (!model.IsFinished)
            new AgeLeader(model.Office, model.Moment, model.Parameters.Succession).Step();
        var succession = model.Events.All.Single(happening => happening.Name == Happenings.Succession);
        Assert.That((succession.Subject, succession.Details), Is.EqualTo((subject, details)));
    }

    [Test]
    public void Step_RebelsOrAssassins_EndTheRunApart()
    {
        var names = Plays(1, 0, 1, 0);
        Assert.That(names, Has.Member(Happenings.RebelOrAssassin).And.No.Member(Happenings.Succession).And.No.Member(Happenings.Removal));
    }

    private static string[] Plays(int seed, double mortality, double others, double heir)
    {
        var model = Trial.Make(1_000, seed, p =>
        {
            (p.Succession.Heir, p.Coup.Enabled, p.Right.Enabled, p.Protest.Enabled) = (heir, false, false, false);
            (p.Succession.Mortality, p.Succession.RebelsOrAssassins) = (Math.Min(1, mortality), others);
            (p.Succession.DoublingYears, p.Succession.Age) = (37, mortality > 1 ? 110 : 73);
        });
        for (var tick = 0; tick < 13 + 500 * others && !model.IsFinished; tick++)
            model.Advance();
        return [.. model.Events.All.Select(happening => happening.Name)];
    }
}
