using System.Globalization;
using Agents.Data;

namespace Elites.Study;

/// <summary>
/// The claims of two essays (A: Aron 2025; B: "The peace trap" 2025), S1 to S83, each with the rule that carries it and
/// the parameter that removes it.
/// </summary>
internal static class SeedClaims
{
    /// <summary>All claims, by number.</summary>
    public static IReadOnlyList<Mechanism> All { get; } =
    [
        .. new[] { WarClaims.All, MassClaims.All, SoldierClaims.All, EliteClaims.All, LeaderClaims.All }
            .SelectMany(claims => claims)
            .OrderBy(claim => int.Parse(claim.Id.AsSpan(1), CultureInfo.InvariantCulture)),
    ];
}
