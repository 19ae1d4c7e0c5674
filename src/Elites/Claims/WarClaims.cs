using Agents.Data;

namespace Elites.Claims;

internal static class WarClaims
{
    public static readonly IReadOnlyList<Mechanism> All = [];
}
