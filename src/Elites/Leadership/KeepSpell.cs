using Elites.Warfare;

namespace Elites.Leadership;

/// <summary>R6, what is kept of a leader's time in office: how long it is, and what became of the war in it.</summary>
internal readonly struct KeepSpell(Spell spell, Settlement settlement, Moment moment)
{
    public void Step()
    {
        spell.To = moment.Tick + 1;
        if (settlement.IsAnnouncement && spell.SettledAt == 0)
            (spell.SettledAt, spell.Terms) = (spell.To, settlement.Terms.Mean);
        spell.HasResumedWar |= settlement.IsWar && !spell.IsAtWar;
        spell.IsAtWar = settlement.IsWar;
    }
}
