using Elites.Populations;
using Elites.Warfare;

namespace Elites.Leadership;

/// <summary>
/// R14, the fate of a leader who has left: drawn from what befell others who left as he did (<see cref="Fates"/>). After a
/// settlement a guarantee spares him punishment, by its own chance; a tribunal has the exiled handed over and imprisoned, as
/// far as the war was his (both assumed).
/// </summary>
internal readonly struct MeetFate(Office office, Elite elite, Settlement settlement, Moment moment, LeaderParameters p)
{
    /// <summary>How he left.</summary>
    public ExitMode Mode => office.Exit switch
    {
        Happenings.Removal when office.By != Happenings.Plotters => ExitMode.PopularProtest,
        Happenings.Removal => office.Founder >= 0 && elite.Kind[office.Founder] is EliteKind.General or EliteKind.FieldOfficer ? ExitMode.Military : ExitMode.CivilInsider,
        Happenings.RebelOrAssassin => ExitMode.RebelsOrAssassin,
        Happenings.Succession => ExitMode.DeathOrHealth,
        Happenings.Catastrophe => ExitMode.Catastrophe,
        _ => ExitMode.Regular,
    };

    public Fate Step()
    {
        var mode = Mode;
        if (mode == ExitMode.Catastrophe)
            return Fate.None;
        var fate = mode == ExitMode.DeathOrHealth ? Fate.NaturalDeath : Drawn(Fates.Of(mode));
        moment.Record(Happenings.Fate, Spell.Word(fate), office.Number, Spell.Word(mode));
        return fate;
    }

    // All three are drawn always, so that a lever moves only those whom it concerns.
    private Fate Drawn(Fates table)
    {
        var draws = moment.Draws(Purposes.LeaderFate);
        var fate = table.At(draws.Uniform());
        var (isSpared, isHandedOver) = (draws.Chance(p.ExitGuarantee), draws.Chance(p.Tribunal * office.Leader.Culpable[0]));
        if (isSpared && !settlement.IsWar)
            return Fate.Free;
        return isHandedOver && fate == Fate.Exile ? Fate.Imprisonment : fate;
    }
}
