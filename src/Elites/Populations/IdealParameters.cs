namespace Elites.Populations;

/// <summary>The terms that each kind would like best.</summary>
public sealed class IdealParameters
{
    [Parameter("Oligarchs' mean ideal terms (0 full withdrawal, 1 total victory)", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double Oligarchs { get; set; } = 0.35;

    [Parameter("Mean ideal terms of generals and field officers", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double Officers { get; set; } = 0.6;

    [Parameter("Security officers' mean ideal terms", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double SecurityOfficers { get; set; } = 0.8;

    [Parameter("Defence directors' mean ideal terms", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double Directors { get; set; } = 0.65;

    [Parameter("Ultranationalists' mean ideal terms", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double Ultranationalists { get; set; } = 0.95;

    [Parameter("Soldiers' mean ideal terms", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double Soldiers { get; set; } = 0.65;

    [Parameter("Defence workers' mean ideal terms", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double DefenceWorkers { get; set; } = 0.55;

    [Parameter("Citizens' mean ideal terms", Unit = "share", Min = 0, Max = 1, Source = "set by Levada 2025: 70 % would end the war keeping the land, 34 % returning it", AtStartOnly = true)]
    public double Citizens { get; set; } = 0.5;

    [Parameter("Standard deviation of citizens' ideal terms", Unit = "share", Min = 0, Max = 1, Source = "set by Levada 2025: 70 % would end the war keeping the land, 34 % returning it", AtStartOnly = true)]
    public double CitizensSpread { get; set; } = 0.25;

    [Parameter("How far terms may fall short of a citizen's ideal and still be supported", Unit = "share", Min = 0, Max = 1, Source = "set by Levada 2025 with a draw of 0.5 and a loss of 0.27")]
    public double Tolerance { get; set; } = 0.13;

    [Parameter("Standard deviation of ideal terms within a kind", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double Spread { get; set; } = 0.15;
}
