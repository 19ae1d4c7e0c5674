using Elites.Populations;
using Elites.Veterans;

namespace Elites.Warfare;

/// <summary>
/// M1, the other half of the army's book: recruits fill the ranks up to the troops that the war has. They come from
/// civilians, and a war taken up again calls veterans back first, who stay what the first one made of them; where none is left among the soldiers' rows, a veteran counts as a citizen from now on and a recruit takes
/// his place.
/// </summary>
internal readonly struct RaiseRecruits(Soldiers soldiers, War war, Settlement settlement, Moment moment, VeteranParameters p)
{
    private readonly Mass mass = soldiers.Mass;

    public void Step()
    {
        if (!settlement.IsWar)
            return;
        var rows = soldiers.Rows;
        var wanted = (int)Math.Min(rows.Count, 1e6 * war.Troops / soldiers.Persons.PerAgent(MassKind.Soldier) + 0.5);
        var missing = wanted - soldiers.AtFront;
        if (war.IsMobilising)
            missing -= Enlist(missing, Service.Veteran);
        missing -= Enlist(missing, Service.Civilian);
        Enlist(missing, Service.Veteran);
    }

    /// <summary>Lets so many of a status join, from a place on that differs from tick to tick.</summary>
    /// <returns>How many there were.</returns>
    private int Enlist(int missing, Service status)
    {
        var rows = soldiers.Rows;
        var (joined, place) = (0, moment.Draws(Purposes.Recruits).Below(rows.Count));
        for (var i = 0; i < rows.Count && joined < missing; i++)
        {
            var row = rows.From + (place + i) % rows.Count;
            if (mass.Job[row] == Job.Front || mass.Sentence[row] > 0 || (mass.Service[row] & Service.Veteran) != status)
                continue;
            if (war.IsMobilising && status == Service.Veteran)
                mass.Recall(row);
            else
                mass.Enrol(row, p, Service.Serving);
            soldiers.SettledIn += status == Service.Veteran && !war.IsMobilising ? 1 : 0;
            joined++;
        }
        soldiers.Recruited += joined;
        return joined;
    }
}
