using Agents.Data;

namespace Elites.Claims;

internal static class MassClaims
{
    public static readonly IReadOnlyList<Mechanism> All = [];
}
