using Elites.Populations;

namespace Elites.EliteLoyalty;

/// <summary>M17, arms: where ultranationalists are suppressed they lose that share of their arms.</summary>
internal readonly struct ArmTheRight(Elite elite, EliteClimate climate, RightParameters p)
{
    public void Step()
    {
        if (climate.Suppression == p.Suppress)
            return;
        climate.Suppression = p.Suppress;
        elite.Arm(p.Suppress);
    }
}
