namespace Elites.EliteLoyalty;

/// <summary>
/// M13, want of support: the elite sees through part of what people hide. What is wanting for years is what it is used to, so
/// that a lasting want moves nobody and a new one does (assumed, as for what it hears).
/// </summary>
internal readonly struct MissSupport(EliteClimate climate, Circumstances seen, Clock clock, ElitesParameters parameters)
{
    public void Begin() => Step(1);

    public void Step() => Step(clock.Years / parameters.Grievance.HearingYears);

    private void Step(double used)
    {
        var (p, support) = (parameters.Loyalty, seen.Society.Support);
        var shown = seen.Repression.PublicSupport;
        climate.Want = Math.Max(0, p.SupportWanted - support - (1 - p.SeesThrough) * (shown - support));
        climate.WantUsually = Usual.Next(climate.WantUsually, climate.Want, used);
    }
}
