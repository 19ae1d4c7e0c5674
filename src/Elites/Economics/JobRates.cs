using Agents.Numerics;
using Elites.Warfare;

namespace Elites.Economics;

/// <summary>The labour market's rates of one tick, each the chance of one person.</summary>
/// <param name="Separation">That a job ends.</param>
/// <param name="LayOff">That a defence job is cut, in a plant of the mean exposure.</param>
/// <param name="Finding">That the unemployed find a job.</param>
/// <param name="Mismatch">Share of that chance which a former defence worker does without in the civil sector.</param>
/// <param name="Discharge">That a soldier is sent home.</param>
/// <param name="Idle">Share of those sent home whom no job awaits.</param>
internal readonly record struct JobRates(double Separation, double LayOff, double Finding, double Mismatch, double Discharge, double Idle)
{
    private const double WeeksPerMonth = Clock.WeeksPerYear / 12.0;

    /// <summary>The rates that follow from the state of the economy and the settlement.</summary>
    public static JobRates Of(Economy economy, Settlement settlement, ElitesParameters parameters, Clock clock)
    {
        var p = parameters.Labour;
        var vacancies = p.NormalUnemployment * Functions.Exp(p.VacancyResponse * economy.Gap);
        var tightness = vacancies / Math.Max(economy.Unemployment, 0.001);
        var finding = Math.Min(1, p.Finding * Functions.Pow(tightness, 1 - p.MatchingExponent));
        // The jobs left are fewer than at the start, so that a cut of so many of the first jobs is a larger share of them.
        var left = Math.Max(economy.DefenceJobs + economy.LayOffs, 1e-9);
        var weeksOfDischarge = parameters.Settlement.DemobilisationWeeks - settlement.WeeksSettled;
        return new JobRates(
            PerTick(p.Separation, clock),
            Math.Min(1, p.Strength * economy.LayOffs / left),
            PerTick(finding, clock),
            Math.Min(1, p.Strength * p.Mismatch),
            settlement.IsWar ? 0 : Math.Min(1, p.Strength * clock.Weeks / Math.Max(clock.Weeks, weeksOfDischarge)),
            p.Homecoming * Math.Max(0, 1 - parameters.Veterans.Strength * parameters.Veterans.Jobs));
    }

    private static double PerTick(double perMonth, Clock clock) =>
        1 - Functions.Exp(clock.Weeks / WeeksPerMonth * Functions.Log1p(-Math.Min(perMonth, 0.999)));
}
