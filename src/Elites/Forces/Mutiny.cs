using System.Globalization;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.Forces;

/// <summary>
/// M18, mutiny: a unit whose morale falls below a bound mutinies; mutinous neighbours raise the bound (thresholds after
/// Granovetter 1978). Mutinies of more than a share of the units within four weeks let the front collapse.
/// </summary>
internal readonly struct Mutiny(Army army, War war, Settlement settlement, Leader leader, Moment moment, UnitParameters p)
{
    /// <summary>How far above the bound morale must rise before a mutiny is over.</summary>
    private const double Relief = 0.1;

    public void Step()
    {
        ref var mutinies = ref army.Mutinies[moment.Tick % army.Mutinies.Length];
        mutinies = 0;
        Span<bool> before = stackalloc bool[army.IsMutinous.Length];
        army.IsMutinous.CopyTo(before);
        for (var unit = 0; unit < before.Length; unit++)
        {
            var isMutinous = p.Strength > 0 && army.Serving[unit] > 0 && army.Morale[unit] < Bound(unit, before);
            if (isMutinous && !before[unit])
            {
                mutinies++;
                moment.Record(Happenings.Mutiny, string.Create(CultureInfo.InvariantCulture, $"unit {unit + 1}"), army.Morale[unit]);
            }
            army.IsMutinous[unit] = isMutinous;
        }
        leader.Weakness[0] += p.Weakness * mutinies / army.IsMutinous.Length;
        if (settlement.IsWar && !war.HasCollapsed && army.Mutinies.Sum() > p.CollapseShare * army.IsMutinous.Length)
            Collapse();
    }

    private double Bound(int unit, ReadOnlySpan<bool> before)
    {
        var around = ((unit > 0 && before[unit - 1] ? 1 : 0) + (unit + 1 < before.Length && before[unit + 1] ? 1 : 0)) / 2.0;
        return p.MutinyBelow + p.Contagion * around + (before[unit] ? Relief : 0);
    }

    private void Collapse()
    {
        war.HasCollapsed = true;
        leader.Weakness[0] += p.Panic;
        moment.Record(Happenings.FrontCollapse, "army", army.MutinousShare);
    }
}
