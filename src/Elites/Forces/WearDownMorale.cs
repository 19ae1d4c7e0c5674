using Elites.Populations;

namespace Elites.Forces;

/// <summary>
/// M18, morale: each unit goes a share of the way to mo* = .7 + .3 (v - .35) - 10 casualties/troops - .5 (1 - supply)
/// - arrears, and less where those still at the front after a settlement feel betrayed (assumed).
/// </summary>
internal readonly struct WearDownMorale(ElitesModel model, ElitesParameters parameters)
{
    private readonly UnitParameters p = parameters.Units;
    private readonly Army army = model.Army;

    public void Step()
    {
        army.Muster(model.Mass);
        var draws = model.Draws(Purposes.Morale);
        var share = model.Clock.Share(p.Reversion);
        var noise = p.Strength * p.Noise * Math.Sqrt(model.Clock.Weeks);
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
        strain += model.Politics.IsWar ? 0 : p.Betrayal * Betrayal(unit);
        return Math.Clamp(p.Rested - p.Strength * strain, 0, 1);
    }

    /// <summary>What all units suffer.</summary>
    private double Strain()
    {
        var war = model.War;
        var losses = model.Politics.IsWar ? 7 * parameters.War.CasualtiesPerDay * war.Intensity / (1e6 * Math.Max(war.Troops, 1e-6)) : 0;
        var hope = model.Politics.IsWar ? p.Victory * (war.VictoryChance - p.VictoryAnchor) : 0;
        var arrears = model.Economy.HasCurrencyCrisis ? p.Arrears : 0;
        return p.Losses * losses + p.Supply * (1 - war.Supply) + arrears - hope;
    }

    private double Betrayal(int unit)
    {
        if (army.Serving[unit] == 0)
            return 0;
        var mass = model.Mass;
        var rows = mass.Of(MassKind.Soldier);
        var sum = 0.0;
        for (var row = rows.From + army.FirstOf(unit, rows.Count); row < rows.From + army.FirstOf(unit + 1, rows.Count); row++)
            sum += mass.Job[row] == Job.Front ? mass.Betrayal[row] : 0;
        return sum / army.Serving[unit];
    }
}
