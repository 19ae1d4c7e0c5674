using Agents.Spaces;
using Elites.Populations;

namespace Elites.Forces;

/// <summary>
/// M16, arrests: where commands obey, a share of those who protest is taken off the street for some weeks, and kin and
/// acquaintances take it ill (M11, backlash).
/// </summary>
internal readonly struct ArrestProtesters(Households households, Persons persons, Network acquaintances, double obedient, Moment moment, ElitesParameters parameters)
{
    private readonly ObedienceParameters p = parameters.Obedience;
    private readonly Mass mass = persons.Mass;

    public void Step()
    {
        var chance = Math.Min(1, p.Arrest * obedient);
        var ill = (float)(parameters.Repression.Strength * parameters.Grievance.Strength * parameters.Repression.Backlash);
        for (var row = 0; row < mass.Count; row++)
        {
            if (!mass.IsActive[row])
                continue;
            var draws = moment.Draws(mass.Ids[row], Purposes.Arrest);
            if (!draws.Chance(chance))
                continue;
            mass.Sentence[row] = (1 + draws.Below(p.LongestSentence)) * moment.Clock.TicksPerWeek;
            Embitter(acquaintances.Neighbours(row), mass.Kind[row], ill);
            Embitter(households.Kin.Neighbours(row), mass.Kind[row], ill);
        }
    }

    /// <summary>Of the persons that another agent stands for, as many are concerned as were arrested.</summary>
    private void Embitter(ReadOnlySpan<int> others, MassKind arrested, float ill)
    {
        foreach (var other in others)
            mass.Grievance.Next[other] = Math.Min(1, mass.Grievance.Next[other] + (float)(ill * persons.ShareMeant(arrested, other)));
    }
}
