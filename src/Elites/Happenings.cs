namespace Elites;

/// <summary>The events that rules record, and the words they use in them.</summary>
internal static class Happenings
{
    public const string Settlement = "settlement";
    public const string WarResumed = "war_resumed";
    public const string Incident = "incident";
    public const string ProtestAnswered = "protest_answered";
    public const string ProtestUnanswered = "protest_unanswered";
    public const string PlotExposed = "plot_exposed";
    public const string CoupAttempt = "coup_attempt";
    public const string CoupFailed = "coup_failed";
    public const string Removal = "removal";

    public const string OfferMade = "offer_made";
    public const string OfferRefused = "offer_refused";
    public const string CurrencyCrisis = "currency_crisis";

    public const string Plotters = "plotters";
    public const string Crowd = "crowd";
    public const string Ideology = "ideology";
    public const string Interest = "interest";

    public static readonly IReadOnlyList<EventKind> Kinds =
    [
        new(Settlement, "a settlement was announced; value: its terms"),
        new(WarResumed, "the war went on after a settlement"),
        new(Incident, "an incident struck a run of regions; value: its size on the scale of grievance"),
        new(ProtestAnswered, "enough commands obeyed an order against a protest; value: active share"),
        new(ProtestUnanswered, "too few commands obeyed an order against a protest; value: active share"),
        new(PlotExposed, "a plot came to light and was purged; subject: its founder's kind; value: members; details: its founder's motive"),
        new(CoupAttempt, "a plot struck; subject: its founder's kind; value: its side's share of the force that took sides; details: its founder's motive"),
        new(CoupFailed, "the attempt failed and the plot was purged; subject: its founder's kind; value: members; details: its founder's motive"),
        new(Removal, "the leader was removed; subject: plotters or crowd; value: share of force or of persons on their side; details: the plotters' motive"),
        new(OfferMade, "terms were offered to the leader; value: the terms"),
        new(OfferRefused, "the offer fell short of what the leader demands; value: the terms demanded"),
        new(CurrencyCrisis, "reserves ran out and the currency fell; value: the exchange rate after"),
    ];
}
