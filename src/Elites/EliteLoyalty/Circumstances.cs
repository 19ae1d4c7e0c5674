using Elites.People;
using Elites.Street;
using Elites.Warfare;

namespace Elites.EliteLoyalty;

/// <summary>What the elite sees around it: war or peace, the support of the people, and the repression that could strike it, too.</summary>
internal sealed record Circumstances(Settlement Settlement, War War, Society Society, Repression Repression);
