namespace Elites.Leadership;

/// <summary>How a leader left, as data on leaders tell it apart.</summary>
internal enum ExitMode : byte
{
    /// <summary>He has not.</summary>
    InOffice,

    /// <summary>A plot that an officer headed as it struck.</summary>
    Military,

    /// <summary>A plot headed by anyone else of the elite, the security service included (assumed).</summary>
    CivilInsider,

    /// <summary>A crowd.</summary>
    PopularProtest,

    /// <summary>Rebels or an assassin: the model does not tell the two apart.</summary>
    RebelsOrAssassin,

    /// <summary>By the rules, as after a lost election.</summary>
    Regular,

    /// <summary>His death.</summary>
    DeathOrHealth,

    /// <summary>The catastrophe of an escalated war.</summary>
    Catastrophe,
}

/// <summary>What became of him.</summary>
internal enum Fate : byte
{
    /// <summary>Nothing that is told: he is in office, or the run ended in catastrophe.</summary>
    None,

    /// <summary>He stays at home and at large.</summary>
    Free,

    Exile,

    Imprisonment,

    /// <summary>He is killed.</summary>
    Death,

    /// <summary>He died in office.</summary>
    NaturalDeath,
}

/// <summary>How often each fate met those who left in one way.</summary>
internal readonly record struct Fates(int Free, int Exile, int Imprisonment, int Death)
{
    /// <summary>Share of those punished: all but the free.</summary>
    public double Punished => 1 - (double)Free / All;

    private int All => Free + Exile + Imprisonment + Death;

    /// <summary>
    /// Counts of autocrats who left office from 1946 to 2014, by exit and by fate within a year (Archigos 4.1, Goemans,
    /// Gleditsch and Chiozza 2009); those of unknown fate are left out. Rebels (5, 19, 2, 9) and assassins (0, 0, 0, 8) are
    /// added up.
    /// </summary>
    public static Fates Of(ExitMode mode) => mode switch
    {
        ExitMode.Military => new(39, 82, 61, 27),
        ExitMode.CivilInsider => new(7, 14, 5, 3),
        ExitMode.PopularProtest => new(6, 14, 4, 2),
        ExitMode.RebelsOrAssassin => new(5, 19, 2, 17),
        _ => new(424, 32, 19, 2),
    };

    /// <summary>The fate at a place of the table.</summary>
    /// <param name="luck">From 0 to 1, without 1.</param>
    public Fate At(double luck)
    {
        var place = luck * All;
        return place < Free ? Fate.Free
            : place < Free + Exile ? Fate.Exile
            : place < Free + Exile + Imprisonment ? Fate.Imprisonment
            : Fate.Death;
    }
}
