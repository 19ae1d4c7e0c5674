using Elites.Leadership;
using Elites.Populations;

namespace Elites;

/// <summary>The events that rules record, and the words they use in them.</summary>
internal static class Happenings
{
    public const string Settlement = "settlement";
    public const string WarResumed = "war_resumed";
    public const string Escalation = "escalation";
    public const string Catastrophe = "catastrophe";
    public const string Crackdown = "crackdown";
    public const string PayOff = "pay_off";
    public const string Purge = "purge";
    public const string Scapegoat = "scapegoat";
    public const string HeirNamed = "heir_named";
    public const string Incident = "incident";
    public const string ProtestAnswered = "protest_answered";
    public const string ProtestUnanswered = "protest_unanswered";
    public const string PlotExposed = "plot_exposed";
    public const string CoupAttempt = "coup_attempt";
    public const string Plotter = "plotter";
    public const string CoupFailed = "coup_failed";
    public const string Removal = "removal";
    public const string Mutiny = "mutiny";
    public const string FrontCollapse = "front_collapse";
    public const string LeaderDeath = "leader_death";
    public const string Succession = "succession";
    public const string RebelOrAssassin = "rebel_or_assassin";
    public const string Fate = "fate";
    public const string Accession = "accession";

    public const string ElectionHeld = "election_held";
    public const string ElectionLost = "election_lost";
    public const string ElectionSuspended = "election_suspended";
    public const string RivalEmerged = "rival_emerged";
    public const string RivalRemoved = "rival_removed";

    public const string OfferMade = "offer_made";
    public const string OfferRefused = "offer_refused";
    public const string CurrencyCrisis = "currency_crisis";

    public const string Imposed = "imposed";
    public const string ByLeader = "leader";
    public const string ByFront = "front";
    public const string Plotters = "plotters";
    public const string Crowd = "crowd";
    public const string Ideology = "ideology";
    public const string Interest = "interest";
    public const string Heir = "heir";
    public const string Contested = "contested";

    /// <summary>What events call the ranks, from the top.</summary>
    public static readonly IReadOnlyList<string> Ranks = ["top", "middle", "bottom"];

    private static readonly string[] KindsOfElite = [.. Elite.Kinds.Select(kind => kind.Singular)];

    public static readonly IReadOnlyList<EventKind> Kinds =
    [
        new(Settlement, "a settlement was announced; subject: imposed, leader or front; value: its terms, the mean of their dimensions; details: these, where they differ") { Subjects = [Imposed, ByLeader, ByFront] },
        new(WarResumed, "the war went on after a settlement; subject: imposed or leader") { Subjects = [Imposed, ByLeader] },
        new(Escalation, "the war was escalated; subject: imposed or leader; value: where the front stands after it; details: breakthrough or stalemate") { Subjects = [Imposed, ByLeader] },
        new(Catastrophe, "an escalated war ended in catastrophe, and the run with it; value: weeks that it was escalated") { Subjects = [Imposed, ByLeader] },
        new(Crackdown, "the leader tightened repression; value: what it adds"),
        new(PayOff, "the leader paid the elite for its losses; value: share of them made good"),
        new(Purge, "the leader purged a clan; subject: the clan's number; value: those replaced"),
        new(Scapegoat, "the leader laid blame on the generals; value: share of his own that they take over"),
        new(HeirNamed, "the leader named an heir"),
        new(Incident, "an incident struck a run of regions; value: its size on the scale of grievance"),
        new(ProtestAnswered, "enough commands obeyed an order against a protest; value: active share"),
        new(ProtestUnanswered, "too few commands obeyed an order against a protest; value: active share"),
        new(PlotExposed, "a plot came to light and was purged; subject: its founder's kind; value: members; details: its founder's motive, its best rank, its founder's motives then, in logits above his year's average, its number, its founding week, its founder, and its head with his motives now") { Subjects = KindsOfElite },
        new(CoupAttempt, "a plot struck; subject: its founder's kind; value: its side's share of the force that took sides; details: as of plot_exposed, and the persons under arms whom its members and veterans bring to the capital, its luck, and the share that it needed") { Subjects = KindsOfElite },
        new(Plotter, "a member of the plot that just struck; subject: the member's kind; value: loyalty; details: agent, clan, rank, plot, since when in it, founder or member, persons under arms at the capital, and motives, in logits above the year's average") { Subjects = KindsOfElite },
        new(CoupFailed, "the attempt failed and the plot was purged; subject: its founder's kind; value: members; details: as of plot_exposed") { Subjects = KindsOfElite },
        new(Removal, "the leader was removed; subject: plotters or crowd; value: share of force or of persons on their side; details: of plotters, as of plot_exposed; of a crowd, its strength with arms counted, the strength that it needed, the commands that obeyed and his resolve") { Subjects = [Plotters, Crowd] },
        new(OfferMade, "terms were offered to the leader; value: the terms"),
        new(OfferRefused, "the offer fell short of what the leader demands; value: the terms demanded"),
        new(CurrencyCrisis, "reserves ran out and the currency fell; value: the exchange rate after"),
        new(Mutiny, "a unit mutinied; subject: the unit; value: its morale"),
        new(FrontCollapse, "the front collapsed under mutinies; value: share of units in mutiny"),
        new(LeaderDeath, "the leader died; value: his age"),
        new(Succession, "the office passed on without irregularity; subject: heir or elite; value: the leader's years in office; details: orderly or contested") { Subjects = [Heir, "elite"] },
        new(RebelOrAssassin, "rebels or an assassin removed the leader, from outside the model; value: his age"),
        new(ElectionHeld, "an election was held; subject: won, stolen or lost; value: the leader's true share of the votes; details: whether there was a rival, whether the theft was within reach of the count") { Subjects = ["won", "stolen", "lost"] },
        new(ElectionLost, "the leader had lost an election by more than could be stolen, and left; value: the rival's true share"),
        new(ElectionSuspended, "an election was due and suspended; value: how much of the war's discipline holds"),
        new(RivalEmerged, "a rival came up; value: what he offers, in full loyalty to the leader"),
        new(RivalRemoved, "the rival was removed; value: the share of persons that followed him"),
        new(Fate, "what became of a leader who left; subject: free, exile, imprisonment, death or natural_death; value: his number, 1 for the leader of the start; details: how he left, as the table of fates has it") { Subjects = [.. Enum.GetValues<Fate>().Except([Leadership.Fate.None]).Select(Spell.Word)] },
        new(Accession, "a successor took office; subject: coup, election, crowd, heir, elite or rebels; value: the terms that he would like best; details: his kind, and whether he is contested") { Subjects = [.. Enum.GetValues<Arrival>().Except([Arrival.Start]).Select(Spell.Word)] },
    ];
}
