namespace Elites.Tests;

/// <summary>Nothing removes the leader but what could: without statements and without attempts he stays, whatever happens around him.</summary>
public class NoRemovalTests
{
    private const int Seeds = 40;
    private const int Weeks = 104;

    [Test]
    public void Run_WithoutStatementsAndAttempts_EveryLeaderStaysThroughWarAndPeace()
    {
        var harsh = Trials(_ => { });
        var quiet = Trials(p =>
        {
            TakeOutStatements(p);
            (p.Coup.Enabled, p.Right.Enabled, p.Protest.Enabled, p.Units.Enabled, p.Succession.Enabled) = (false, false, false, false, false);
        });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(harsh.Count(trial => trial.Model.IsFinished), Is.GreaterThan(Seeds / 2), "with all of it the conditions are harsh enough");
            Assert.That(quiet.Count(trial => trial.Model.IsFinished), Is.Zero);
            Assert.That(quiet.SelectMany(trial => trial.EventNames), Has.No.Member(Happenings.Removal).And.No.Member(Happenings.CoupAttempt).And.No.Member(Happenings.Mutiny));
            Assert.That(quiet.Select(trial => trial.Model.Tick), Is.All.EqualTo(Weeks));
        }
    }

    // The statements are causes, not attempts: with all of them, and nobody to attempt anything, only age and outsiders end a rule.
    [Test]
    public void Run_AllStatementsWithoutAttempts_OnlyAgeAndOutsidersEndIt()
    {
        var trials = Trials(p => (p.Coup.Enabled, p.Right.Enabled, p.Protest.Enabled) = (false, false, false));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(trials.SelectMany(trial => trial.EventNames), Has.No.Member(Happenings.Removal));
            Assert.That(trials.Where(trial => trial.Model.IsFinished).Select(trial => trial.Model.Classify().Code), Is.Not.Empty.And.All.AnyOf("orderly_succession", "exogenous_exit"));
        }
    }

    private static Trial[] Trials(Action<ElitesParameters> set) => [.. Enumerable.Range(1, Seeds).Select(seed => Trial.Run(1_000, Weeks, seed, p =>
    {
        // A weary elite, people who are quick to protest, heavy losses and empty coffers; half of the runs end in a lost war.
        (p.Loyalty.Base, p.Protest.Threshold, p.War.CasualtiesPerDay, p.Prices.ReservesAtStart) = (0.5, 0.15, 4_000, 0.01);
        (p.Sanctions.SecondaryOil, p.Sanctions.ShadowFleet, p.Sanctions.DualUse, p.War.Strikes) = (0.8, 0.8, 0.8, 0.5);
        set(p);
    }, settleAt: seed % 2 == 0 ? 26 : null, terms: 0.1))];

    private static void TakeOutStatements(ElitesParameters p)
    {
        foreach (var statement in ElitesModel.Definition.Mechanisms.Where(statement => statement.Switch != "" && !statement.IsStructural))
            Setting.Of(statement.Switch).Set(p, statement.Off);
    }
}
