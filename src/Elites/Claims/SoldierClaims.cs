using Agents.Data;

namespace Elites.Claims;

internal static class SoldierClaims
{
    public static readonly IReadOnlyList<Mechanism> All = [];
}
