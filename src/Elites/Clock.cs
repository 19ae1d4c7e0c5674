using Agents.Numerics;

namespace Elites;

/// <summary>
/// The length of a tick. Rates are stated per week or year and half-lives in weeks, so that a shorter tick plays the
/// same story in finer steps.
/// </summary>
internal readonly record struct Clock(int TicksPerWeek)
{
    /// <summary>Weeks of a year.</summary>
    public const int WeeksPerYear = 52;

    private const double Ln2 = 0.6931471805599453;

    public Clock(TimeParameters p)
        : this(p.TicksPerWeek)
    {
    }

    /// <summary>Length of a tick, weeks.</summary>
    public double Weeks => 1.0 / TicksPerWeek;

    /// <summary>Length of a tick, years.</summary>
    public double Years => Weeks / WeeksPerYear;

    /// <summary>Ticks of a year.</summary>
    public int TicksPerYear => TicksPerWeek * WeeksPerYear;

    /// <summary>Share left after a tick of what halves in so many weeks.</summary>
    public double Left(double halfLifeWeeks) => LeftAfter(Weeks, halfLifeWeeks);

    /// <summary>Share left after so many weeks of what halves in <paramref name="halfLifeWeeks"/>.</summary>
    public static double LeftAfter(double weeks, double halfLifeWeeks) => Functions.Exp(-Ln2 * weeks / halfLifeWeeks);

    /// <summary>The share of a tick where a week's is <paramref name="perWeek"/>, 0 to 1.</summary>
    public double Share(double perWeek) => TicksPerWeek == 1 ? perWeek : perWeek >= 1 ? 1 : 1 - Functions.Exp(Weeks * Functions.Log1p(-perWeek));

    /// <summary>The chance that something of a weekly rate happens within a tick.</summary>
    public double ChanceByWeek(double perWeek) => 1 - Functions.Exp(-perWeek * Weeks);

    /// <summary>Whether a tick is the last of its week: what is decided once a week is decided then.</summary>
    public bool EndsWeek(int tick) => (tick + 1) % TicksPerWeek == 0;

    /// <summary>Whether a tick is the first of so many weeks: what comes every so often comes then.</summary>
    public bool Begins(int weeks, int tick) => tick % (weeks * TicksPerWeek) == 0;

    /// <summary>How many of so many rounds a week fall into a tick.</summary>
    public int Rounds(int perWeek, int tick)
    {
        var place = tick % TicksPerWeek;
        return (place + 1) * perWeek / TicksPerWeek - place * perWeek / TicksPerWeek;
    }

    /// <summary>The chance that something of a yearly rate happens within a tick.</summary>
    public double Chance(double perYear) => 1 - Functions.Exp(-perYear * Years);
}
