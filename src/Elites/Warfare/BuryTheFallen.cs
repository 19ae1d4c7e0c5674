using Elites.Populations;
using Elites.Veterans;

namespace Elites.Warfare;

/// <summary>
/// Casualties are counted and mark their kin. The dead leave their place to a civilian who may be recruited, invalids
/// come home, the others return to their units. A soldier stands for fewer persons than a citizen, so a tie to a kind
/// that stands for more is marked by that much less often.
/// </summary>
internal readonly struct BuryTheFallen(Soldiers soldiers, Households households, War war, Settlement settlement, Moment moment, ElitesParameters parameters)
{
    private readonly VeteranParameters p = parameters.Veterans;
    private readonly Mass mass = soldiers.Mass;

    public void Step()
    {
        if (!settlement.IsWar)
            return;
        var fallen = FightWar.LossesPerWeek(war, parameters) * moment.Clock.Weeks;
        war.Casualties += fallen;
        var rows = soldiers.Rows;
        Span<float> room = stackalloc float[Population.BlockSize];
        var falls = fallen <= 0 ? 0 : Math.Min(1, fallen / (1e6 * Math.Max(war.Troops, 1e-6)));
        var seesHorror = falls + moment.Clock.Chance(p.HeavyCombat * war.Intensity);
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
            soldiers.Persons.Dead++;
            mass.Enrol(row, p, Service.Civilian);
            mass.HasLostKin[row] = false;
        }
        else if (fate < p.DeadShare + p.InvalidShare)
        {
            soldiers.CameHome++;
            mass.Job[row] = Job.None;
            mass.Service[row] = mass.Service[row] & ~Service.Serving | Service.Veteran | Service.Wounded;
        }
        else
            mass.Service[row] |= Service.Wounded;
    }

    private void Harden(int row)
    {
        var draws = moment.Draws(mass.Ids[row], Purposes.Fate);
        mass.Harden(row, p, ref draws);
    }

    private void Tell(int row, bool isDead)
    {
        var draws = moment.Draws(mass.Ids[row], Purposes.Fate);
        var payout = (float)(parameters.Labour.DeathPayout * (parameters.Labour.SoldierPay - 1));
        foreach (var relative in households.Kin.Neighbours(row))
        {
            if (!draws.Chance(soldiers.Persons.ShareMeant(relative)))
                continue;
            mass.HasLostKin[relative] = true;
            if (isDead && payout > 0 && mass.Kind[relative] != MassKind.Soldier)
                households.Compensate(relative, payout);
        }
    }
}
