using Agents.Spaces;
using Elites.Parameters;

namespace Elites.Rules;

/// <summary>
/// Casualties are counted and mark their kin. A soldier stands for fewer persons than a citizen, so a tie to a kind that stands for
/// more is marked by that much less often.
/// </summary>
internal readonly struct BuryTheFallen(ElitesModel model, Network kin, ElitesParameters parameters)
{
    public void Step()
    {
        if (!model.Politics.IsWar)
            return;
        model.Politics.Casualties += 7 * parameters.War.CasualtiesPerDay;
        var mass = model.Mass;
        var soldiers = mass.Of(MassKind.Soldier);
        var falls = Math.Min(1, 7 * parameters.War.CasualtiesPerDay / (1e6 * parameters.Population.SoldiersMillion));
        for (var row = soldiers.From; row < soldiers.To; row++)
        {
            var draws = model.Draws(mass.Ids[row], Purposes.Casualties);
            if (mass.Job[row] != Job.Front || !draws.Chance(falls))
                continue;
            foreach (var relative in kin.Neighbours(row))
            {
                if (draws.Chance(Math.Min(1, model.PersonsPerAgent(MassKind.Soldier) / model.PersonsPerAgent(mass.Kind[relative]))))
                    mass.HasLostKin[relative] = true;
            }
        }
    }
}
