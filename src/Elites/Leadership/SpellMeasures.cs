using Agents.Data;
using Elites.Populations;

namespace Elites.Leadership;

/// <summary>The second table of a study: one row for each leader of a run.</summary>
internal static class SpellMeasures
{
    private static readonly string[] KindsOfElite = [.. Elite.Kinds.Select(kind => kind.Singular)];

    public static SpellTable Table { get; } = SpellTable.Of<ElitesModel, Spell>(
        "a leader's time in office. The first is that of the leader of the start; the last is censored where it lasts to the horizon, or the run ends as he leaves.",
        model => model.Spells.All,
        SpellColumn.Integer<Spell>("from", "The row of ticks at which he took office; 0 for the leader of the start.", "week", spell => spell.From),
        SpellColumn.Integer<Spell>("to", "The row of ticks at which he left, or the last one.", "week", spell => spell.To),
        SpellColumn.Boolean<Spell>("censored", "Whether he is in office at the end of the run.", spell => spell.Exit == ExitMode.InOffice),
        SpellColumn.Word<Spell>("came", "How he came to office.", Words<Arrival>(), spell => Spell.Word(spell.Came)),
        SpellColumn.Boolean<Spell>("contested", "Whether his accession was contested.", spell => spell.WasContested),
        SpellColumn.Word<Spell>("kind", "His kind of the elite; empty for the leader of the start.", KindsOfElite, spell => spell.Kind < 0 ? "" : KindsOfElite[spell.Kind]),
        SpellColumn.Number<Spell>("ideal", "The terms that he would like best.", "terms", spell => spell.Ideal),
        SpellColumn.Word<Spell>("exit", "How he left; empty while he is in office.", Words(ExitMode.InOffice), spell => WordOf(spell.Exit, ExitMode.InOffice)),
        SpellColumn.Word<Spell>("fate", "What became of him; empty while he is in office, and after a catastrophe.", Words(Fate.None), spell => WordOf(spell.Fate, Fate.None)),
        SpellColumn.Boolean<Spell>("war_at_start", "Whether there was war as he came.", spell => spell.CameInWar),
        SpellColumn.Boolean<Spell>("war_at_end", "Whether there was war as he left, or at the end of the run.", spell => spell.IsAtWar),
        SpellColumn.Integer<Spell>("settled_at", "The row of ticks of the first settlement in his time, whoever brought it about; empty for none.", "week", spell => spell.SettledAt > 0 ? spell.SettledAt : null),
        SpellColumn.Number<Spell>("terms", "The terms of that settlement; empty for none.", "terms", spell => spell.SettledAt > 0 ? spell.Terms : double.NaN),
        SpellColumn.Boolean<Spell>("resumed_war", "Whether a war that was settled was taken up again in his time.", spell => spell.HasResumedWar));

    private static string WordOf<T>(T value, T none)
        where T : struct, Enum => EqualityComparer<T>.Default.Equals(value, none) ? "" : Spell.Word(value);

    private static string[] Words<T>(params T[] except)
        where T : struct, Enum => [.. Enum.GetValues<T>().Except(except).Select(Spell.Word)];
}
