using Elites.Economics;
using Elites.Warfare;

namespace Elites.Forces;

/// <summary>
/// M18, morale: each unit goes a share of the way to mo* = .7 + .3 (v - .35) - 10 casualties/troops - .5 (1 - supply)
/// - arrears, and less where those still at the front after a settlement feel betrayed (assumed).
/// </summary>
internal readonly struct WearDownMorale(Army army, War war, Settlement settlement, Economy economy, Moment moment, ElitesParameters parameters)
{
    private readonly UnitParameters p = parameters.Units;

    public void Step()
    {
        army.Muster();
        var draws = moment.Draws(Purposes.Morale);
        var share = moment.Clock.Share(p.Reversion);
        var noise = p.Strength * p.Noise * Math.Sqrt(moment.Clock.Weeks);
        Span<double> luck = stackalloc double[army.Morale.Length];
        draws.FillNormal(luck);
        var strain = Strain();
        for (var unit = 0; unit < luck.Length; unit++)
        {
            ref var morale = ref army.Morale[unit];
            morale = Math.Clamp(morale + share * (Target(unit, strain) - morale) + noise * luck[unit], 0, 1);
        }
    }

    /// <summary>The morale that the unit's condition calls for.</summary>
    public double Target(int unit) => Target(unit, Strain());

    private double Target(int unit, double strain)
    {
        strain += settlement.IsWar ? 0 : p.Betrayal * army.Betrayal(unit);
        return Math.Clamp(p.Rested - p.Strength * strain, 0, 1);
    }

    /// <summary>What all units suffer.</summary>
    private double Strain()
    {
        var losses = settlement.IsWar ? FightWar.LossesPerWeek(war, parameters) / (1e6 * Math.Max(war.Troops, 1e-6)) : 0;
        var hope = settlement.IsWar ? p.Victory * (war.VictoryChance - p.VictoryAnchor) : 0;
        var arrears = economy.HasCurrencyCrisis ? p.Arrears : 0;
        return p.Losses * losses + p.Supply * (1 - war.Supply) + arrears - hope;
    }
}
