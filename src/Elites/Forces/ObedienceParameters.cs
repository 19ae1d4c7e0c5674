namespace Elites.Forces;

/// <summary>M16: whether the security forces obey an order.</summary>
public sealed class ObedienceParameters : MechanismParameters
{
    [Parameter("Commands that are given an order", Unit = "commands", Min = 1, Max = 1_000)]
    public int Commands { get; set; } = 8;

    [Parameter("Commands that must obey for a protest to be answered", Unit = "commands", Min = 1, Max = 1_000)]
    public int CommandsNeeded { get; set; } = 5;

    [Parameter("Weight of the leader's resolve", Unit = "", Min = 0, Max = 20)]
    public double Resolve { get; set; } = 3;

    [Parameter("Weight of the security officers' loyalty", Unit = "", Min = 0, Max = 20)]
    public double Loyalty { get; set; } = 2;

    [Parameter("Weight of the crowd, as a share of the critical share", Unit = "", Min = 0, Max = 20)]
    public double Crowd { get; set; } = 1;

    [Parameter("Weight of the force that answers a want of support, which commands are tired of", Unit = "", Min = 0, Max = 20, Source = "assumed")]
    public double Strain { get; set; } = 1.278;

    [Parameter("Standard deviation of the shock that commands share", Unit = "logit", Min = 0, Max = 5)]
    public double CommonShock { get; set; } = 0.5;

    [Parameter("Active share from which on a protest wants an answer", Unit = "share", Min = 0, Max = 1)]
    public double NoticedShare { get; set; } = 0.01;

    [Parameter("Resolve lost in a week of unanswered protest", Unit = "per week", Min = 0, Max = 1)]
    public double LossUnanswered { get; set; } = 0.02;

    [Parameter("Resolve lost by a settlement without victory, times 1 - x", Unit = "share", Min = 0, Max = 1)]
    public double LossByConcession { get; set; } = 0.1;

    [Parameter("Resolve regained in a week", Unit = "per week", Min = 0, Max = 1)]
    public double Recovery { get; set; } = 0.01;

    [Parameter("Share of each loss of resolve that the forces take to heart; 0 is a centre that nobody doubts", Unit = "share", Min = 0, Max = 5, Source = "the statement is The peace trap 2025 (Dresden 1989); value assumed")]
    public double Doubt { get; set; } = 1;

    [Parameter("Resolve from which on an order is sure to be given; below it the chance falls evenly to 0", Unit = "share", Min = 0, Max = 1)]
    public double SureOrder { get; set; } = 0.5;

    [Parameter("Chance that a command acts without an order", Unit = "share", Min = 0, Max = 1)]
    public double SilentObedience { get; set; } = 0.2;

    [Parameter("Resolve at the start, and its upper bound", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double ResolveAtStart { get; set; } = 0.8;

    [Parameter("Chance that an active person is arrested in a week where all commands obey", Unit = "per week", Min = 0, Max = 1)]
    public double Arrest { get; set; } = 0.3;

    [Parameter("Longest sentence; sentences differ evenly from 1 week to it", Unit = "weeks", Min = 1, Max = 1_000)]
    public int LongestSentence { get; set; } = 26;

    /// <summary>What speaks for a command's obedience to an order, in logits.</summary>
    /// <param name="resolve">The leader's resolve.</param>
    /// <param name="loyalty">The service's loyalty.</param>
    /// <param name="crowd">The crowd, as a share of the critical one, 0 to 1.</param>
    /// <param name="answer">Force that answers a want of support.</param>
    internal double Logit(double resolve, double loyalty, double crowd, double answer) =>
        Resolve * (resolve - 0.5) + Loyalty * (loyalty - 0.5) - Crowd * crowd - Strain * answer;

    /// <summary>What a blow to the leader's standing costs of resolve in the eyes of the forces.</summary>
    internal double Loss(double blow) => Strength * Doubt * blow;
}
