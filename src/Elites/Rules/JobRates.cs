using Agents.Numerics;
using Elites.Parameters;

namespace Elites.Rules;

/// <summary>The labour market's rates of one week, each the chance of one person.</summary>
internal readonly record struct JobRates(double Separation, double LayOff, double Finding, double Discharge)
{
    private const double WeeksPerMonth = Clock.WeeksPerYear / 12.0;

    /// <summary>The rates that follow from the state of the economy and the settlement.</summary>
    public static JobRates Of(Economy economy, Politics politics, ElitesParameters parameters)
    {
        var p = parameters.Labour;
        var vacancies = p.NormalUnemployment * Functions.Exp(p.VacancyResponse * economy.Gap);
        var tightness = vacancies / Math.Max(economy.Unemployment, 0.001);
        var finding = Math.Min(1, p.Finding * Functions.Pow(tightness, 1 - p.MatchingExponent));
        // The jobs left are fewer than at the start, so that a cut of so many of the first jobs is a larger share of them.
        var left = Math.Max(economy.DefenceJobs + economy.LayOffs, 1e-9);
        var weeksOfDischarge = Math.Max(1, parameters.Settlement.DemobilisationWeeks - politics.WeeksSettled);
        return new JobRates(
            Weekly(p.Separation),
            Math.Min(1, p.Strength * economy.LayOffs / left),
            Weekly(finding),
            politics.IsWar ? 0 : Math.Min(1, p.Strength / weeksOfDischarge));
    }

    private static double Weekly(double perMonth) => 1 - Functions.Exp(Functions.Log1p(-Math.Min(perMonth, 0.999)) / WeeksPerMonth);
}
