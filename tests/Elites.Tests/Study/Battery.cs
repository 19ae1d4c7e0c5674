namespace Elites.Tests.Study;

/// <summary>
/// A few runs in which whatever is claimed of war, peace and the leader has something to act on. Plots abound but none may
/// strike, and crowds that nobody answers topple nobody, so that each run goes on to its end.
/// </summary>
internal static class Battery
{
    /// <summary>War under sanctions and strikes; a lost war; a draw that is only a ceasefire; a leader who chooses.</summary>
    public static readonly IReadOnlyList<string> Names = ["war", "settlement", "ceasefire", "leader"];

    /// <summary>Plays one of the runs, with something else set from the start, or at the start of the step from a row on.</summary>
    public static Trial Run(string name, Action<ElitesParameters> set, Action<ElitesParameters, int>? intervene = null) => name switch
    {
        "war" => Trial.Run(1_000, 60, 7, p =>
        {
            Press(p);
            set(p);
        }, intervene: intervene),
        "settlement" => Trial.Run(1_000, 40, 1, p =>
        {
            Press(p);
            set(p);
        }, settleAt: 6, terms: 0.05, intervene: intervene),
        "ceasefire" => Trial.Run(1_000, 40, 3, p =>
        {
            Press(p);
            p.Settlement.Ceasefire = true;
            set(p);
        }, settleAt: 6, terms: 0.5, intervene: intervene),
        _ => Trial.Run(1_000, 60, 5, p =>
        {
            Press(p);
            (p.Leader.Endogenous, p.Leader.Temperature, p.Escalation.Dread, p.Escalation.Catastrophe) = (true, 1, 0, 0);
            set(p);
        }, intervene: intervene),
    };

    /// <summary>The measures of a run, row by row.</summary>
    public static double[] Measures(Trial trial) => [.. trial.Rows.SelectMany(row => row)];

    private static void Press(ElitesParameters p)
    {
        (p.Sanctions.SecondaryOil, p.Sanctions.EnergyMajors, p.Sanctions.Banks, p.Sanctions.ShadowFleet, p.Sanctions.DualUse) = (0.5, 0.5, 0.5, 0.5, 0.5);
        (p.Sanctions.EliteAssets, p.War.Strikes, p.War.Guarantee, p.Patron.Disapproval) = (0.5, 0.3, 0.3, 0.3);
        (p.Loyalty.Base, p.Coup.Launch, p.Coup.EstimateError, p.Succession.Enabled) = (0.5, 1, 0, false);
        (p.Protest.Threshold, p.Protest.IncidentsPerYear, p.Protest.IncidentSize, p.Protest.CriticalShare) = (0.15, 12, 0.3, 0.9);
    }
}
