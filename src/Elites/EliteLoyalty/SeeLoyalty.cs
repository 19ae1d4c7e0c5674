using Elites.People;
using Elites.Populations;

namespace Elites.EliteLoyalty;

/// <summary>What everyone sees of a week: the leader elite and people, and the elite their support and what it shows itself.</summary>
internal readonly struct SeeLoyalty(Elite elite, EliteClimate climate, Society society, Persons persons, Leader leader)
{
    public void Step()
    {
        society.Support = persons.Mean(persons.Mass.Loyalty);
        leader.Grievance[0] = persons.Mean(persons.Mass.Grievance);
        var (all, loyalty, shown) = (0.0, 0.0, 0.0);
        ReadOnlySpan<float> force = elite.Force.All, loyalties = elite.Loyalty.Values, shows = elite.PublicLoyalty.All;
        for (var row = 0; row < force.Length; row++)
        {
            all += force[row];
            loyalty += force[row] * loyalties[row];
            shown += force[row] * shows[row];
        }
        (leader.Loyalty[0], climate.PublicLoyalty) = (loyalty / Math.Max(all, double.Epsilon), shown / Math.Max(all, double.Epsilon));
    }
}
