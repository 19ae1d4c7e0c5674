using Agents.Data;

namespace Elites.Claims;

internal static class EliteClaims
{
    public static readonly IReadOnlyList<Mechanism> All = [];
}
