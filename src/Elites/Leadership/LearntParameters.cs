namespace Elites.Leadership;

/// <summary>
/// What the leader has learnt of his world: the coefficients of a hazard model, which <c>abm learn</c> fits to the model's
/// own imposed runs. They are estimates for the defaults, not assumptions; with other parameters they are to be learnt again.
/// </summary>
public sealed class LearntParameters
{
    private const string Fit = "fitted to the model's own imposed runs: abm learn configs/elites/learning.yaml";

    [Parameter("Log odds of removal in a month of war", Unit = "logit", Min = -50, Max = 50, Source = Fit)]
    public double War { get; set; } = 6.3565;

    [Parameter("Log odds of removal in a month of peace", Unit = "logit", Min = -50, Max = 50, Source = Fit)]
    public double Peace { get; set; } = 5.62803;

    [Parameter("What a settlement adds to that at first", Unit = "logit", Min = -50, Max = 50, Source = Fit)]
    public double Fresh { get; set; } = -1.38379;

    [Parameter("What all terms conceded (1 - x) add at peace for good", Unit = "logit", Min = -50, Max = 50, Source = Fit)]
    public double ByConcession { get; set; } = -0.774567;

    [Parameter("What all terms conceded (1 - x) add at first", Unit = "logit", Min = -50, Max = 50, Source = Fit)]
    public double FreshByConcession { get; set; } = 5.19755;

    [Parameter("Rise of the risk with the loyalty that the elite shows", Unit = "logit", Min = -50, Max = 50, Source = Fit)]
    public double ByLoyalty { get; set; } = -12.7708;

    [Parameter("Rise of the risk with grievance", Unit = "logit", Min = -100, Max = 100, Source = Fit)]
    public double ByGrievance { get; set; } = 0.00231324;

    [Parameter("Rise of the risk with the right's belief in a stab in the back", Unit = "logit", Min = -50, Max = 50, Source = Fit)]
    public double ByBelief { get; set; } = 0.757664;

    [Parameter("Rise of the risk in war with the chance of victory", Unit = "logit", Min = -50, Max = 50, Source = Fit)]
    public double ByHope { get; set; } = -6.08976;

    [Parameter("Rise of the risk in war with a squeeze of rents and prices", Unit = "logit", Min = -50, Max = 50, Source = Fit)]
    public double BySqueezeInWar { get; set; } = 2.01215;

    [Parameter("Rise of the risk at peace with the squeeze that was seen before", Unit = "logit", Min = -50, Max = 50, Source = Fit)]
    public double BySqueezeAtPeace { get; set; } = 0.492995;

    [Parameter("Rise of the risk at peace with the patron's disapproval of it", Unit = "logit", Min = -50, Max = 50, Source = Fit)]
    public double ByDisapproval { get; set; } = -0.113546;

    [Parameter("Half-life of what a settlement adds at first", Unit = "weeks", Min = 1, Max = 520, Source = "assumed; the fit takes it as it is")]
    public double HalfLife { get; set; } = 26;

    [Parameter("Share of removals that plotters make: how far hopes of a remedy in the palace and in the street count", Unit = "share", Min = 0, Max = 1, Source = "assumed, near that of the model's runs")]
    public double PalaceShare { get; set; } = 0.9;
}
