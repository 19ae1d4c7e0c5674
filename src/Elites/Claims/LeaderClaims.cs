using Agents.Data;

namespace Elites.Claims;

internal static class LeaderClaims
{
    public static readonly IReadOnlyList<Mechanism> All = [];
}
