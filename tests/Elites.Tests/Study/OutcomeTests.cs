namespace Elites.Tests.Study;

/// <summary>Every outcome comes about in a run, by what its name says, and not by a state that no run has.</summary>
public class OutcomeTests
{
    private const int Seeds = 60;

    private static IEnumerable<string> Codes() => ElitesModel.Definition.Outcomes.Select(code => code.Code);

    [TestCaseSource(nameof(Codes))]
    public void Run_UnderConditionsThatCallForIt_EndsInTheOutcome(string code) =>
        Assert.That(Enumerable.Range(1, Seeds).Any(seed => Play(code, seed).Model.Classify().Code == code), $"none of {Seeds} runs");

    private static Trial Play(string code, int seed) => code switch
    {
        "palace_coup" => Settled(52, seed, p => (p.Loyalty.Base, p.Right.Enabled, p.Protest.Enabled) = (0.5, false, false)),
        "right_wing_coup" => Settled(52, seed, p => (p.Loyalty.Base, p.Coup.Enabled, p.Protest.Enabled) = (0.5, false, false)),
        "popular_revolution" => Settled(52, seed, p =>
        {
            Unplotted(p);
            (p.Protest.Threshold, p.Obedience.CommandsNeeded) = (0.05, 8);
        }),
        "mutiny_collapse" => Trial.Run(1_000, 104, seed, p => (p.Loyalty.Base, p.Units.Reversion, p.War.CasualtiesPerDay) = (0.5, 0.5, 8_000)),
        "orderly_succession" => Trial.Run(1_000, 104, seed, p =>
        {
            Unplotted(p);
            (p.Succession.Mortality, p.Succession.RebelsOrAssassins) = (1, 0);
        }),
        "lost_election" => Trial.Run(1_000, 104, seed, p =>
        {
            Unplotted(p);
            (p.War.Enabled, p.Election.Theft, p.Obedience.CommandsNeeded) = (false, 0, 8);
            (p.Election.FirstWeek, p.Election.Appeal, p.Election.Emergence) = (100, 3, 52);
        }),
        "exogenous_exit" => Trial.Run(1_000, 104, seed, p =>
        {
            Unplotted(p);
            (p.Succession.Mortality, p.Succession.RebelsOrAssassins) = (0, 1);
        }),
        "escalation_catastrophe" => Trial.Run(1_000, 104, seed, p =>
        {
            Unplotted(p);
            (p.War.Escalated, p.Escalation.Catastrophe) = (true, 0.3);
        }),
        "long_grind" => Trial.Run(1_000, 52, seed),
        "unsettled_peace" => Settled(60, seed, Unplotted),
        "repressive_consolidation" => Settled(130, seed, p =>
        {
            Unplotted(p);
            (p.Repression.Level, p.Repression.Retention) = (1, 1);
        }),
        _ => Settled(130, seed, Unplotted),
    };

    private static Trial Settled(int weeks, int seed, Action<ElitesParameters> set) => Trial.Run(1_000, weeks, seed, set, settleAt: 6, terms: 0.2);

    private static void Unplotted(ElitesParameters p) => (p.Coup.Enabled, p.Right.Enabled) = (false, false);
}
