using Agents.Data;

namespace Elites.Elections;

/// <summary>What is measured of rivals and elections.</summary>
internal static class ElectionsMeasures
{
    public static readonly IReadOnlyList<ModelReporter> All =
    [
        Measure.Number("rival_following", "persons who follow a rival; 0 where there is none", "share of persons", m => m.Rival.Following),
        Measure.Number("rival_wanted", "persons who would rather have the rival, or a usual one, than the leader", "share of persons", m => m.Rival.Wanted),
        Measure.Number("vote_true", "the leader's share of the votes cast at the last election; 0 before the first", "share of votes", m => m.Polls.TrueShare),
        Measure.Number("vote_announced", "the leader's share as it was announced at the last election; 0 before the first", "share of votes", m => m.Polls.AnnouncedShare),
        Measure.Number("vote_stolen", "what was added to the leader's share at the last election", "share of votes", m => m.Polls.Stolen),
        Measure.Number("mandate", "legitimacy that elections have given, or taken where negative", "share", m => m.Society.Mandate),
    ];
}
