using Agents.Spaces;
using Elites.Populations;
using Elites.Veterans;

namespace Elites.Warfare;

/// <summary>
/// Casualties are counted and mark their kin. The dead leave their place to a civilian who may be recruited, invalids
/// come home, the others return to their units. A soldier stands for fewer persons than a citizen, so a tie to a kind
/// that stands for more is marked by that much less often.
/// </summary>
internal readonly struct BuryTheFallen(ElitesModel model, Network kin, ElitesParameters parameters)
{
    private readonly Mass mass = model.Mass;
    private readonly VeteranParameters p = parameters.Veterans;

    public void Step()
    {
        if (!model.Politics.IsWar)
            return;
        var fallen = 7 * parameters.War.CasualtiesPerDay * model.War.Intensity * model.Clock.Weeks;
        model.Politics.Casualties += fallen;
        var rows = mass.Of(MassKind.Soldier);
        Span<float> room = stackalloc float[Population.BlockSize];
        var falls = fallen <= 0 ? 0 : Math.Min(1, fallen / (1e6 * Math.Max(model.War.Troops, 1e-6)));
        var seesHorror = falls + model.Clock.Chance(p.HeavyCombat * model.War.Intensity);
        for (var row = rows.From; row < rows.To; row++)
        {
            var luck = mass.Luck(row, rows, Purposes.Casualties, room);
            if (luck >= seesHorror || mass.Job[row] != Job.Front)
                continue;
            if (luck < falls)
                Fall(row, luck / falls);
            else if ((mass.Service[row] & Service.Stressed) == 0)
                Harden(row);
        }
    }

    private void Fall(int row, double fate)
    {
        var isDead = fate < p.DeadShare;
        Tell(row, isDead);
        if (isDead)
        {
            model.Army.Dead++;
            mass.Enrol(row, parameters, Service.Civilian);
            mass.HasLostKin[row] = false;
        }
        else if (fate < p.DeadShare + p.InvalidShare)
        {
            model.Army.CameHome++;
            mass.Job[row] = Job.None;
            mass.Service[row] = mass.Service[row] & ~Service.Serving | Service.Veteran | Service.Wounded;
        }
        else
            mass.Service[row] |= Service.Wounded;
    }

    private void Harden(int row)
    {
        var draws = model.Draws(mass.Ids[row], Purposes.Fate);
        mass.Harden(row, p, ref draws);
    }

    private void Tell(int row, bool isDead)
    {
        var draws = model.Draws(mass.Ids[row], Purposes.Fate);
        var payout = (float)(parameters.Labour.DeathPayout * (parameters.Labour.SoldierPay - 1));
        foreach (var relative in kin.Neighbours(row))
        {
            if (!draws.Chance(model.ShareMeant(relative)))
                continue;
            mass.HasLostKin[relative] = true;
            if (isDead && payout > 0 && mass.Kind[relative] != MassKind.Soldier)
                model.Households.Compensate(relative, payout);
        }
    }
}
