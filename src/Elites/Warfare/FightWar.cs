using Elites.Populations;

namespace Elites.Warfare;

/// <summary>
/// M1, the war as a random walk that strength tilts (Smith and Stam 2004; Slantchev 2003): F' = F + sF (S - 1/2) D + e,
/// S = MR / (MR + MU), with own strength out of troops, supply and what strikes leave of it, and the adversary's out of
/// its own, aid and fortification. Recruits fill the ranks up to the establishment; a war
/// taken up again first mobilises them over weeks. Losses follow the troops who fight.
/// </summary>
internal readonly struct FightWar(War war, Settlement settlement, Persons persons, Moment moment, ElitesParameters parameters)
{
    private readonly WarParameters p = parameters.War;
    private readonly Clock clock = moment.Clock;

    public void Step()
    {
        var isWar = settlement.IsWar;
        war.Intensity = !isWar ? 0 : war.IsEscalated ? p.EscalatedIntensity : 1;
        DrawAid();
        FillRanks();
        war.Strength = war.Troops / parameters.Population.SoldiersMillion * war.Supply * (1 - p.StrikeEffect * p.Strikes);
        war.Adversary = AdversaryWith(war.Aid, p);
        if (isWar)
            MoveFront();
    }

    /// <summary>The adversary's strength if it drew so much aid.</summary>
    public static double AdversaryWith(double aid, WarParameters p) => p.Adversary * (1 + aid) * (1 + p.PorcupineEffect * p.Porcupine);

    /// <summary>Dead and wounded in a week: so many of the troops who fight, at the rate of the start.</summary>
    public static double LossesPerWeek(War war, ElitesParameters parameters) =>
        7 * parameters.War.CasualtiesPerDay * war.Intensity * war.Troops / parameters.Population.SoldiersMillion;

    private void DrawAid()
    {
        var draws = moment.Draws(Purposes.Aid);
        var left = clock.Left(p.AidHalfLife);
        war.AidSwing = left * war.AidSwing + Math.Sqrt(1 - left * left) * p.AidVolatility * draws.Normal();
        war.Aid = p.Aid * Math.Max(0, 1 + war.AidSwing);
    }

    private void FillRanks()
    {
        var most = parameters.Population.SoldiersMillion;
        if (!settlement.IsWar)
        {
            war.Troops = most * persons.ShareAtFront();
            return;
        }
        var fallen = LossesPerWeek(war, parameters) * clock.Weeks / 1e6;
        var recruited = p.Recruits * 12 * clock.Years / 1e6 + (war.IsMobilising ? most * clock.Weeks / p.MobilisationWeeks : 0);
        war.Troops = Math.Clamp(war.Troops - fallen + recruited, 0, most);
        war.IsMobilising &= war.Troops < most;
    }

    private void MoveFront()
    {
        var draws = moment.Draws(Purposes.Front);
        var share = war.Strength / Math.Max(1e-9, war.Strength + war.Adversary);
        var move = p.Advantage * (share - 0.5) * clock.Years + p.Chance * Math.Sqrt(clock.Years) * draws.Normal();
        war.Front = Math.Clamp(war.Front + p.Movement * move, -1, 1);
    }
}
