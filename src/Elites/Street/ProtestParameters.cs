namespace Elites.Street;

/// <summary>M12: the cascade of protest.</summary>
public sealed class ProtestParameters : MechanismParameters
{
    [Parameter("Mean threshold (T)", Unit = "share", Min = -1, Max = 2, Source = "Granovetter 1978, Epstein 2002 for the form; value assumed", AtStartOnly = true)]
    public double Threshold { get; set; } = 0.3661;

    [Parameter("Standard deviation of thresholds", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double ThresholdSpread { get; set; } = 0.08;

    [Parameter("Steepness of the arrest risk, P = 1 - exp(-k C/A) (k)", Unit = "", Min = 0, Max = 20, Source = "Epstein 2002: P = 0.9 at C = A")]
    public double ArrestSteepness { get; set; } = 2.3;

    [Parameter("Arresters at hand per circle of acquaintances under full repression (C)", Unit = "arresters", Min = 0, Max = 100)]
    public double Arresters { get; set; } = 1;

    [Parameter("Whether C/A is rounded down to a whole number", Source = "Epstein 2002, as it is programmed; his paper has no rounding")]
    public bool WholeCops { get; set; }

    [Parameter("Whether everyone sees everyone, as if there were no network", Source = "Granovetter 1978")]
    public bool EveryoneSees { get; set; }

    [Parameter("Incidents that spark protest", Unit = "per year", Min = 0, Max = 52)]
    public double IncidentsPerYear { get; set; } = 0.5;

    [Parameter("Mean size of an incident, added to grievance in the regions it strikes", Unit = "share", Min = 0, Max = 1)]
    public double IncidentSize { get; set; } = 0.07039;

    [Parameter("Share of an incident that is left a week later", Unit = "share", Min = 0, Max = 0.999)]
    public double IncidentMemory { get; set; } = 0.8;

    [Parameter("Active share of the population at which a protest can topple the leader (a*)", Unit = "share", Min = 0.0001, Max = 1, Source = "Chenoweth and Stephan 2011: about 3.5 %")]
    public double CriticalShare { get; set; } = 0.035;

    [Parameter("Rounds of the cascade in a week, whatever the length of a tick: how often people look at one another", Unit = "rounds per week", Min = 1, Max = 56, Source = "assumed: daily")]
    public int RoundsPerWeek { get; set; } = 7;

    [Parameter("Protesters without arms who are worth as much as an armed veteran where a crowd is to topple the leader", Unit = "persons", Min = 1, Max = 100, Source = "assumed")]
    public double ArmedWeight { get; set; } = 6.269;
}
