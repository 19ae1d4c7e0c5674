namespace Elites.Diplomacy;

/// <summary>M2: offers and the ratchet of demands.</summary>
public sealed class BargainingParameters : MechanismParameters
{
    [Parameter("Rise of what the leader is offered, whatever he does (carrots)", Unit = "terms per year", Min = 0, Max = 1, Lever = 17)]
    public double Carrots { get; set; }

    [Parameter("Terms that he is offered at the start", Unit = "terms", Min = 0, Max = 1, AtStartOnly = true)]
    public double OfferAtStart { get; set; } = 0.4;

    [Parameter("Most that he is ever offered", Unit = "terms", Min = 0, Max = 1)]
    public double MostOffered { get; set; } = 0.75;

    [Parameter("Terms that he demands at the start (q): next to capitulation", Unit = "terms", Min = 0, Max = 1, Source = "the statement is Aron 2025; value assumed", AtStartOnly = true)]
    public double DemandAtStart { get; set; } = 0.8;

    [Parameter("Offers in a year; 0 is no diplomacy", Unit = "per year", Min = 0, Max = 52, Source = "the cycle is The peace trap 2025; value assumed")]
    public double OffersPerYear { get; set; } = 4;

    [Parameter("Standard deviation of an offer around what he could be brought to, by the mediator's blind spots", Unit = "terms", Min = 0, Max = 1, Source = "the statement is Aron 2025; value assumed")]
    public double MediatorNoise { get; set; } = 0.1;

    [Parameter("Rise of his demand with every rise of the offer (rp); 0 is the rational null, and above 1 he asks for more than he was given", Unit = "", Min = 0, Max = 3, Source = "the statement is Aron 2025; value assumed")]
    public double Ratchet { get; set; } = 0.5;

    [Parameter("Fall of his demand with the cost of the war that he feels (rc)", Unit = "", Min = 0, Max = 3, Source = "Slantchev 2003 for the form; value assumed")]
    public double CostResponse { get; set; } = 0.3;

    [Parameter("Rise of his demand with the chance of victory (rv): what the field promises more than the table", Unit = "", Min = 0, Max = 3, Source = "Fearon 1995 for the form; value assumed")]
    public double FieldResponse { get; set; } = 0.5;

    [Parameter("Half-life of what a cost is before it is believed to last; 0 believes at once", Unit = "weeks", Min = 0, Max = 520, Source = "the statement is Aron 2025; value assumed")]
    public double ConsistencyHalfLife { get; set; } = 13;

    [Parameter("Share of a threat's cost that is not believed before it is carried out", Unit = "share", Min = 0, Max = 1, Source = "the statement is Aron 2025; value assumed")]
    public double ThreatDiscount { get; set; } = 1;

    [Parameter("What he asks for on top, to gain time, of an offer that has just been made", Unit = "terms", Min = 0, Max = 1, Source = "the statement is Aron 2025; value assumed")]
    public double Stalling { get; set; } = 0.1;

    [Parameter("Half-life of that while the offers stay what they are", Unit = "weeks", Min = 1, Max = 520)]
    public double StallingHalfLife { get; set; } = 26;
}
