using Elites.Populations;

namespace Elites.Coups;

/// <summary>
/// M15, place: what decides an attempt is the force that can reach the capital. Of that of generals and field officers, who
/// command the units, a share is at the front, less as troops are fewer there; demobilisation brings it home.
/// </summary>
internal readonly struct PlaceForces(Elite elite, Persons persons, ForceParameters p)
{
    public void Step()
    {
        var near = (float)(1 - p.FrontShare * Math.Min(1, persons.ShareAtFront()));
        foreach (var kind in Elite.Kinds)
        {
            var (rows, share) = (elite.Of(kind), kind is EliteKind.General or EliteKind.FieldOfficer ? near : 1);
            for (var row = rows.From; row < rows.To; row++)
                elite.AtCapital[row] = share * elite.Force[row];
        }
    }
}
