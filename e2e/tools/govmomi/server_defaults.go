package main

import (
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/simulator/esx"
	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/types"
)

// serverDefaults fills in what a vCenter server says of things and the simulator leaves empty. Without it, the provider
// finds a difference to be mended in each plan.
type serverDefaults struct{}

func (serverDefaults) Reference() types.ManagedObjectReference {
	return types.ManagedObjectReference{Type: "ServerDefaults", Value: "server-defaults"}
}

func (serverDefaults) PutObject(_ *simulator.Context, object mo.Reference) {
	switch object := object.(type) {
	case *simulator.VirtualMachine:
		// a VM that has no swap placement of its own inherits that of its host
		if object.Config != nil && object.Config.SwapPlacement == "" {
			object.Config.SwapPlacement = string(types.VirtualMachineConfigInfoSwapPlacementTypeInherit)
		}
	case *simulator.EnvironmentBrowser:
		// the hardware version of its VMs, which the provider would raise from none, and a running VM cannot change
		version, _ := types.ParseHardwareVersion(esx.HardwareVersion)
		object.QueryConfigOptionResponse.Returnval = &types.VirtualMachineConfigOption{
			Version:         esx.HardwareVersion,
			DefaultDevice:   esx.VirtualDevice,
			HardwareOptions: types.VirtualHardwareOption{HwVersion: int32(version)},
		}
	}
}

func (serverDefaults) UpdateObject(*simulator.Context, mo.Reference, []types.PropertyChange) {}

func (serverDefaults) RemoveObject(*simulator.Context, types.ManagedObjectReference) {}
