using Agents;

namespace Torture;

#pragma warning disable CS1591 // named by what they hold

[MustVectorise]
internal readonly partial struct FromFloat : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        var from = me.OtherFloat;
        me.Double = (double)from;
        me.Int = (int)from;
        me.UInt = (uint)from;
        me.Long = (long)from;
        me.ULong = (ulong)from;
        me.Short = (short)from;
        me.UShort = (ushort)from;
        me.Byte = (byte)from;
        me.SByte = (sbyte)from;
        me.Level = (Level)from;
        me.Sort = (Sort)(byte)from;
    }
}

[MustVectorise]
internal readonly partial struct FromDouble : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        var from = me.OtherDouble;
        me.Float = (float)from;
        me.Int = (int)from;
        me.UInt = (uint)from;
        me.Long = (long)from;
        me.ULong = (ulong)from;
        me.Short = (short)from;
        me.UShort = (ushort)from;
        me.Byte = (byte)from;
        me.SByte = (sbyte)from;
        me.Level = (Level)from;
        me.Sort = (Sort)(byte)from;
    }
}

[MustVectorise]
internal readonly partial struct FromInt : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        var from = me.OtherInt;
        me.Float = (float)from;
        me.Double = (double)from;
        me.UInt = (uint)from;
        me.Long = (long)from;
        me.ULong = (ulong)from;
        me.Short = (short)from;
        me.UShort = (ushort)from;
        me.Byte = (byte)from;
        me.SByte = (sbyte)from;
        me.Sort = (Sort)from;
        me.Level = (Level)from;
    }
}

[MustVectorise]
internal readonly partial struct FromUInt : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        var from = me.OtherUInt;
        me.Float = (float)from;
        me.Double = (double)from;
        me.Int = (int)from;
        me.Long = (long)from;
        me.ULong = (ulong)from;
        me.Short = (short)from;
        me.UShort = (ushort)from;
        me.Byte = (byte)from;
        me.SByte = (sbyte)from;
        me.Sort = (Sort)from;
        me.Level = (Level)from;
    }
}

[MustVectorise]
internal readonly partial struct FromLong : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        var from = me.OtherLong;
        me.Float = (float)from;
        me.Double = (double)from;
        me.Int = (int)from;
        me.UInt = (uint)from;
        me.ULong = (ulong)from;
        me.Short = (short)from;
        me.UShort = (ushort)from;
        me.Byte = (byte)from;
        me.SByte = (sbyte)from;
        me.Sort = (Sort)from;
        me.Level = (Level)from;
    }
}

[MustVectorise]
internal readonly partial struct FromULong : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        var from = me.OtherULong;
        me.Float = (float)from;
        me.Double = (double)from;
        me.Int = (int)from;
        me.UInt = (uint)from;
        me.Long = (long)from;
        me.Short = (short)from;
        me.UShort = (ushort)from;
        me.Byte = (byte)from;
        me.SByte = (sbyte)from;
        me.Sort = (Sort)from;
        me.Level = (Level)from;
    }
}

[MustVectorise]
internal readonly partial struct FromShort : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        var from = me.Short;
        me.Float = (float)from;
        me.Double = (double)from;
        me.Int = (int)from;
        me.UInt = (uint)from;
        me.Long = (long)from;
        me.ULong = (ulong)from;
        me.UShort = (ushort)from;
        me.Byte = (byte)from;
        me.SByte = (sbyte)from;
        me.Sort = (Sort)from;
        me.Level = (Level)from;
    }
}

[MustVectorise]
internal readonly partial struct FromUShort : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        var from = me.UShort;
        me.Float = (float)from;
        me.Double = (double)from;
        me.Int = (int)from;
        me.UInt = (uint)from;
        me.Long = (long)from;
        me.ULong = (ulong)from;
        me.Short = (short)from;
        me.Byte = (byte)from;
        me.SByte = (sbyte)from;
        me.Sort = (Sort)from;
        me.Level = (Level)from;
    }
}

[MustVectorise]
internal readonly partial struct FromByte : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        var from = me.Byte;
        me.Float = (float)from;
        me.Double = (double)from;
        me.Int = (int)from;
        me.UInt = (uint)from;
        me.Long = (long)from;
        me.ULong = (ulong)from;
        me.Short = (short)from;
        me.UShort = (ushort)from;
        me.SByte = (sbyte)from;
        me.Sort = (Sort)from;
        me.Level = (Level)from;
    }
}

[MustVectorise]
internal readonly partial struct FromSByte : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        var from = me.SByte;
        me.Float = (float)from;
        me.Double = (double)from;
        me.Int = (int)from;
        me.UInt = (uint)from;
        me.Long = (long)from;
        me.ULong = (ulong)from;
        me.Short = (short)from;
        me.UShort = (ushort)from;
        me.Byte = (byte)from;
        me.Sort = (Sort)from;
        me.Level = (Level)from;
    }
}

[MustVectorise]
internal readonly partial struct FromEnumerations : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        me.Float = (float)me.Level;
        me.Double = (double)me.Sort;
        me.Int = (int)me.Marks;
        me.UInt = (uint)me.Level;
        me.Long = (long)me.Level;
        me.ULong = (ulong)me.Level;
        me.Short = (short)me.Level;
        me.SByte = (sbyte)me.Marks;
        me.Sort = (Sort)me.Level;
        me.Level = (Level)me.Marks;
    }
}
