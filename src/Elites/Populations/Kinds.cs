using System.Runtime.CompilerServices;

namespace Elites.Populations;

/// <summary>The kinds of the elite, in the order of their rows.</summary>
internal enum EliteKind : byte
{
    Oligarch,
    General,
    FieldOfficer,
    SecurityOfficer,
    Director,
    Ultranationalist,
}

/// <summary>A number for each kind of the elite, by the kind's number.</summary>
[InlineArray(6)]
internal struct OfKinds
{
    private float first;
}

/// <summary>What is told by kind.</summary>
internal static class Kinds
{
    extension(EliteKind kind)
    {
        /// <summary>What measures call its members.</summary>
        public string Plural => kind switch
        {
            EliteKind.Oligarch => "oligarchs",
            EliteKind.General => "generals",
            EliteKind.FieldOfficer => "field_officers",
            EliteKind.SecurityOfficer => "security_officers",
            EliteKind.Director => "directors",
            _ => "ultranationalists",
        };

        /// <summary>What an event calls one of them.</summary>
        public string Singular => kind.Plural[..^1].Replace('_', ' ');

        /// <summary>The value of this kind, where generals and field officers share one.</summary>
        public double Among(double oligarchs, double officers, double securityOfficers, double directors, double ultranationalists) => kind switch
        {
            EliteKind.Oligarch => oligarchs,
            EliteKind.General or EliteKind.FieldOfficer => officers,
            EliteKind.SecurityOfficer => securityOfficers,
            EliteKind.Director => directors,
            _ => ultranationalists,
        };
    }

    extension(MassKind kind)
    {
        /// <summary>What measures call its members.</summary>
        public string Plural => kind switch
        {
            MassKind.Soldier => "soldiers",
            MassKind.DefenceWorker => "defence_workers",
            _ => "citizens",
        };
    }

    extension(Service record)
    {
        /// <summary>Whether the record holds an entry. Unlike Enum.HasFlag it makes no object in code that has just begun to run.</summary>
        public bool Has(Service entry) => (record & entry) != 0;
    }
}

/// <summary>The kinds of the mass, in the order of their rows.</summary>
internal enum MassKind : byte
{
    Soldier,
    DefenceWorker,
    Citizen,
}

/// <summary>Where a person's income comes from.</summary>
internal enum Job : byte
{
    None,
    Civil,
    Defence,
    Front,
}

/// <summary>What the war has made of a soldier; a civilian who has yet to be recruited has none of it.</summary>
[Flags]
internal enum Service : byte
{
    Civilian = 0,
    Serving = 1,
    Veteran = 2,
    Wounded = 4,

    /// <summary>Recruited from a prison.</summary>
    Convict = 8,

    /// <summary>Has been through heavy combat: high war-zone stress.</summary>
    Stressed = 16,

    /// <summary>Keeps a weapon.</summary>
    Armed = 32,

    /// <summary>Convicted of a crime since coming home.</summary>
    Offender = 64,
}
