using Elites.Populations;

namespace Elites.Veterans;

/// <summary>What became of those who came home.</summary>
/// <param name="Share">Veterans at home, of the soldiers who serve or have served.</param>
/// <param name="Trauma">Mean post-traumatic stress of veterans.</param>
/// <param name="Convicted">Share of veterans convicted since they came home.</param>
/// <param name="FelonyRatio">The convicted share of those with heavy combat by that of others; 0 where neither has any.</param>
internal readonly record struct VeteranStatistics(double Share, double Trauma, double Convicted, double FelonyRatio)
{
    /// <summary>Counts the veterans of a mass.</summary>
    public static VeteranStatistics Of(Mass mass)
    {
        var rows = mass.Of(MassKind.Soldier);
        var (serving, trauma) = (0, 0.0);
        Span<int> veterans = stackalloc int[2];
        Span<int> convicted = stackalloc int[2];
        for (var row = rows.From; row < rows.To; row++)
        {
            var record = mass.Service[row];
            serving += record.Has(Service.Serving) ? 1 : 0;
            if (!record.Has(Service.Veteran))
                continue;
            var group = record.Has(Service.Stressed) ? 1 : 0;
            veterans[group]++;
            convicted[group] += record.Has(Service.Offender) ? 1 : 0;
            trauma += mass.Trauma[row];
        }
        var all = veterans[0] + veterans[1];
        return new VeteranStatistics(
            Ratio(all, all + serving),
            Ratio(trauma, all),
            Ratio(convicted[0] + convicted[1], all),
            Ratio(Ratio(convicted[1], veterans[1]), Ratio(convicted[0], veterans[0])));
    }

    private static double Ratio(double part, double whole) => whole > 0 ? part / whole : 0;
}
