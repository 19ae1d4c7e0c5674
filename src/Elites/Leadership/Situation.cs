using Elites.Diplomacy;
using Elites.Economics;
using Elites.EliteLoyalty;
using Elites.People;
using Elites.Populations;
using Elites.Street;
using Elites.Warfare;

namespace Elites.Leadership;

/// <summary>
/// What the leader has before him when he reckons: he alone looks at every room. Foresight only reads it; what he does
/// about it are his path and his remedies.
/// </summary>
internal sealed record Situation(
    Office Office,
    Settlement Settlement,
    War War,
    Bargain Bargain,
    Patron Patron,
    Economy Economy,
    Narrative Narrative,
    Repression Repression,
    Elite Elite,
    EliteClimate Climate)
{
    /// <summary>The leader himself.</summary>
    public Leader Leader => Office.Leader;
}
